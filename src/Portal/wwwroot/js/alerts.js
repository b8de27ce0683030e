// The sound of a new alert: two short tones, three where a life may hang on it. Browsers allow sound after the first press of a key or button.
window.staffAlerts = (() => {
  let context = null;
  const wake = () => { context ??= new AudioContext(); context.resume(); };
  for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, wake, { once: true, passive: true });
  const tone = (at, pitch) => {
    const [source, volume] = [context.createOscillator(), context.createGain()];
    source.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.28);
    source.connect(volume).connect(context.destination);
    source.start(at);
    source.stop(at + 0.3);
  };
  return {
    sound(priority) {
      if (context?.state !== "running") return;
      const pitches = priority === 1 ? [880, 1175, 880] : [660, 880];
      pitches.forEach((pitch, i) => tone(context.currentTime + i * 0.32, pitch));
    },
  };
})();
