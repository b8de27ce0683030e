// Checks this city's public log in the browser: the signed head, the tree, one month of entries, and the month's published figures.
// Plain script, no libraries: read it. Formats: C2SP tlog-tiles, signed-note; RFC 6962 for the tree.
'use strict';

const bytesOf = text => new TextEncoder().encode(text);
const textOf = bytes => new TextDecoder().decode(bytes);
const base64 = bytes => btoa(String.fromCharCode(...bytes));
const unbase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

function join(...parts) {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

// What is not there is null; what cannot be read is an error.
async function read(path) {
    const answer = await fetch(path, { cache: 'no-cache' });
    if (answer.status === 404) {
        return null;
    }
    if (!answer.ok) {
        throw new Error(`${path} could not be read (status ${answer.status})`);
    }
    return new Uint8Array(await answer.arrayBuffer());
}

async function need(path) {
    return await read(path) ?? fail(`${path} is missing`);
}

function fail(what) {
    throw new Error(what);
}

// ---- The tree (RFC 6962): leaf = SHA-256(00 entry), node = SHA-256(01 left right).

const leafHash = entry => sha256(join(Uint8Array.of(0), entry));
const nodeHash = (left, right) => sha256(join(Uint8Array.of(1), left, right));

// The root over any number of hashes.
async function rootOf(hashes) {
    if (hashes.length === 1) {
        return hashes[0];
    }
    let half = 1;
    while (half * 2 < hashes.length) {
        half *= 2;
    }
    return nodeHash(await rootOf(hashes.slice(0, half)), await rootOf(hashes.slice(half)));
}

// tile/0/x001/234 or tile/0/x001/234.p/67: groups of three digits, the width of one that is not full.
function tilePath(level, index, width) {
    let path = String(index % 1000).padStart(3, '0');
    for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
        path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
    }
    return `/log/tile/${level}/${path}${width < 256 ? `.p/${width}` : ''}`;
}

async function tile(level, index, width) {
    const path = tilePath(level, index, width);
    const bytes = await need(path);
    if (bytes.length !== width * 32) {
        fail(`${path} has the wrong length`);
    }
    return Array.from({ length: width }, (_, i) => bytes.subarray(i * 32, i * 32 + 32));
}

// Reads every tile above the leaves, and the last one of the leaves. Each full tile must give the hash one level up.
async function readTree(size) {
    const levels = [];
    for (let level = 1, count = Math.floor(size / 256); count > 0; level++, count = Math.floor(count / 256)) {
        const hashes = [];
        for (let index = 0; index * 256 < count; index++) {
            hashes.push(...await tile(level, index, Math.min(256, count - index * 256)));
        }
        levels.push(hashes);
    }
    for (let above = 1; above < levels.length; above++) {
        for (let i = 0; i < levels[above].length; i++) {
            if (!same(await rootOf(levels[above - 1].slice(i * 256, i * 256 + 256)), levels[above][i])) {
                fail(`tile level ${above + 1}, hash ${i} is not the hash of the tile below it`);
            }
        }
    }
    const last = size % 256 ? await tile(0, Math.floor(size / 256), size % 256) : [];
    // From the right: what is not in a full tile of a level, joined with everything to its right.
    let root = last.length ? await joinEdge(last, null) : null;
    for (const hashes of levels) {
        const edge = hashes.slice(hashes.length - hashes.length % 256);
        root = edge.length ? await joinEdge(edge, root) : root;
    }
    return { root, full: levels[0] ?? [], last };
}

async function joinEdge(hashes, right) {
    for (let rest = hashes; rest.length > 0;) {
        let part = 1;
        while (rest.length % (part * 2) === 0) {
            part *= 2;
        }
        const subtree = await rootOf(rest.slice(rest.length - part));
        right = right ? await nodeHash(subtree, right) : subtree;
        rest = rest.slice(0, rest.length - part);
    }
    return right;
}

// ---- The signed head (C2SP signed-note, tlog-checkpoint).

async function readHead() {
    const note = textOf(await need('/log/checkpoint'));
    const split = note.lastIndexOf('\n\n') + 1;
    const text = note.slice(0, split);
    const [origin, size, root] = text.split('\n');
    const keys = textOf(await need('/log/key')).trimEnd().split('\n');
    let signed = false;
    for (const line of note.slice(split + 1).trimEnd().split('\n')) {
        const [, name, signature] = line.split(' ');
        const bytes = unbase64(signature);
        for (const key of keys) {
            const [keyName, id, material] = [key.split('+')[0], key.split('+')[1], key.split('+').slice(2).join('+')];
            const ownId = [...bytes.subarray(0, 4)].map(b => b.toString(16).padStart(2, '0')).join('');
            if (name === keyName && ownId === id) {
                const imported = await crypto.subtle.importKey('raw', unbase64(material).subarray(1), { name: 'Ed25519' }, false, ['verify']);
                signed = await crypto.subtle.verify('Ed25519', imported, bytes.subarray(4), bytesOf(text)) || fail('the signature does not fit the head');
            }
        }
    }
    return signed ? { origin, size: Number(size), root: unbase64(root), keys } : fail('no key that the log names has signed the head');
}

// ---- Entries and what is opened of them.

function splitBundle(bytes) {
    const entries = [];
    for (let at = 0; at < bytes.length;) {
        const length = bytes[at] * 256 + bytes[at + 1];
        entries.push(bytes.subarray(at + 2, at + 2 + length));
        at += 2 + length;
    }
    return entries;
}

async function readEntries(tree, size, index) {
    const width = Math.min(256, size - index * 256);
    const path = tilePath('entries', index, width);
    const entries = splitBundle(await need(path));
    const leaves = await Promise.all(entries.map(leafHash));
    const fits = width === 256 ? same(await rootOf(leaves), tree.full[index]) : leaves.every((leaf, i) => same(leaf, tree.last[i]));
    return leaves.length === width && fits ? entries.map(entry => JSON.parse(textOf(entry))) : fail(`an entry in ${path} was changed: its hash is not in the tree`);
}

const commitment = (name, salt, value) =>
    sha256(join(bytesOf('transparency/field/v1\0'), bytesOf(name), Uint8Array.of(0), salt, bytesOf(value)));

async function checkOpened(index, entry, fields) {
    for (const [name, { salt, value }] of Object.entries(fields)) {
        if (base64(await commitment(name, unbase64(salt), value)) !== entry.fields[name]) {
            fail(`entry ${index}: the value published for ${name} is not the one committed to`);
        }
    }
}

// ---- The figures, recomputed.

function count(figures, entry, fields) {
    const value = name => fields?.[name]?.value ?? '';
    const add = (name, key, by = 1) => {
        const id = `${name}|${key}`;
        figures.set(id, (figures.get(id) ?? 0) + by);
    };
    switch (entry.act) {
        case 'daily-totals':
            add('reads', entry.day, Number(value('reads')));
            add('hits', entry.day, Number(value('alerts')));
            break;
        case 'search':
            add(value('agency') === entry.agency ? 'searches_own' : 'searches_outside', entry.day);
            add('searches for', value('purpose'));
            add('searches by', value('organisation'));
            break;
        case 'search-refused':
            add('searches_refused', entry.day);
            add('refused for', value('refusal'));
            break;
        case 'photo-viewed':
            add('photographs_viewed', entry.day);
            break;
        case 'purge':
            add('purged', entry.day, Number(value('detections')));
            break;
    }
}

async function publishedFigures(from, to) {
    const figures = new Map();
    const table = async (path, take) => {
        const bytes = await read(`${path}.json?from=${from}&to=${to}`);
        (bytes ? JSON.parse(textOf(bytes)).rows : []).forEach(take);
    };
    const keep = (name, key, value) => typeof value === 'number' && figures.set(`${name}|${key}`, value);
    await table('/statistics', ({ day, ...row }) => Object.entries(row).forEach(([name, value]) => keep(name, day, value)));
    await table('/statistics/purposes', row => keep('searches for', row.purpose, row.searches));
    await table('/statistics/agencies', row => keep('searches by', row.agency, row.searches));
    await table('/statistics/refusals', row => keep('refused for', row.reason, row.refused));
    return figures;
}

// ---- The page.

const steps = document.getElementById('steps');
const verdict = document.getElementById('verdict');

function say(words) {
    steps.append(Object.assign(document.createElement('li'), { textContent: words }));
}

function show(name, published, computed) {
    const row = document.createElement('tr');
    for (const [i, words] of [name.replace('|', ' ').replaceAll('_', ' '), published, computed, published === computed ? 'fits' : 'DOES NOT FIT'].entries()) {
        const cell = document.createElement(i === 0 ? 'th' : 'td');
        cell.textContent = words;
        row.append(cell);
    }
    document.querySelector('#figures tbody').append(row);
}

async function check(month) {
    const head = await readHead();
    say(`The head of ${head.origin} with ${head.size} entries is signed by the key ${head.keys[0]}. Compare the key with one from elsewhere.`);
    const tree = await readTree(head.size);
    if (!same(tree.root, head.root)) {
        fail('the signed root is not the root of the tiles');
    }
    say(`The tree's root, computed from its tiles, is the signed one: ${base64(head.root)}.`);

    const opened = new Map();
    const days = JSON.parse(textOf(await need('/log/disclosures/'))).filter(day => day.startsWith(month.slice(0, 8)));
    for (const day of days) {
        const file = JSON.parse(textOf(await need(`/log/disclosures/${day}.json`)));
        file.entries.filter(entry => entry.index < head.size).forEach(entry => opened.set(entry.index, entry.fields));
    }
    if (days.length === 0) {
        fail('no day of this month is opened yet');
    }
    const indices = [...opened.keys()];
    const first = Math.floor(indices.reduce((a, b) => Math.min(a, b), Infinity) / 256);
    const last = Math.floor(indices.reduce((a, b) => Math.max(a, b), 0) / 256);
    const computed = new Map();
    let values = 0;
    for (let bundle = first; bundle <= last; bundle++) {
        for (const [i, entry] of (await readEntries(tree, head.size, bundle)).entries()) {
            const fields = opened.get(bundle * 256 + i);
            if (days.includes(entry.day)) {
                await checkOpened(bundle * 256 + i, entry, fields ?? {});
                values += Object.keys(fields ?? {}).length;
                count(computed, entry, fields);
                opened.delete(bundle * 256 + i);
            }
        }
        verdict.textContent = `Checking: bundle ${bundle - first + 1} of ${last - first + 1}`;
    }
    if (opened.size > 0) {
        fail(`values are published for entry ${[...opened.keys()][0]}, which is not an entry of this month`);
    }
    say(`The month's entries are in the tree, and the ${values} values published for ${days.length} days are the ones committed to.`);

    const published = await publishedFigures(days[0], days.at(-1));
    let wrong = 0;
    for (const [name, value] of published) {
        // The newest day's totals may still be on their way into the log.
        if (/^(reads|hits)\|/.test(name) && !computed.has(name) && name.endsWith(days.at(-1))) {
            continue;
        }
        const own = computed.get(name) ?? 0;
        wrong += own === value ? 0 : 1;
        show(name, value, own);
    }
    document.getElementById('figures').hidden = published.size === 0;
    say(`${published.size - wrong} of ${published.size} published figures are what the entries give. Figures withheld as small are not compared.`);
    return wrong === 0;
}

document.getElementById('check').addEventListener('submit', async event => {
    event.preventDefault();
    steps.replaceChildren();
    document.querySelector('#figures tbody').replaceChildren();
    verdict.dataset.result = '';
    verdict.textContent = 'Checking';
    try {
        const fits = await check(document.getElementById('month').value);
        verdict.dataset.result = fits ? 'holds' : 'does-not-fit';
        verdict.textContent = fits ? 'Everything that was checked fits.' : 'Something does not fit: see the table.';
    } catch (problem) {
        verdict.dataset.result = 'does-not-fit';
        verdict.textContent = `Something does not fit: ${problem.message}.`;
    }
});
