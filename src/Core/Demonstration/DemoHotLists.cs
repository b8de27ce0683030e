using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.HotLists;

namespace Transparency.Core.Demonstration;

/// <summary>The fictional hot lists. The vehicles on them are a population of their own; the first few hundred are those that pass.</summary>
internal sealed class DemoHotLists
{
    private const int Passing = 380;

    private static readonly (string Name, string Source, string Kind, int Size, string Reason)[] Lists =
    [
        ("State stolen vehicles", "State stolen vehicle system (fictional)", HotListKind.StolenVehicle, 1_740, "Vehicle reported stolen"),
        ("State stolen plates", "State stolen vehicle system (fictional)", HotListKind.StolenPlate, 610, "Plate reported stolen"),
        ("Wanted persons", "State warrant file (fictional)", HotListKind.WantedPerson, 240, "Registered to a person with a criminal warrant"),
        ("Missing persons", "State missing person file (fictional)", HotListKind.MissingPerson, 46, "Driven by a missing person"),
        ("Department cases", "Marisol Bay Police Department", HotListKind.LocalCase, 31, "Seen at the scene of a crime"),
    ];

    private readonly DemoScene _scene;
    private readonly List<HotList> _lists = [];
    private readonly List<HotListEntry> _entries = [];

    public DemoHotLists(DemoScene scene)
    {
        _scene = scene;
        var random = scene.Random.For("hot lists");
        var vehicles = new DemoVehicles(random);
        var listed = new Dictionary<string, (DemoVehicle Vehicle, HotListEntry Entry)>();
        foreach (var (name, source, kind, size, reason) in Lists)
        {
            var list = new HotList
            {
                Id = random.Id(Began),
                Name = name,
                Source = source,
                Kind = kind,
                RefreshedMs = scene.Calendar.Now.AddHours(-5).ToUnixTimeMilliseconds(),
                IsEnabled = true,
            };
            _lists.Add(list);
            for (var i = 0; i < size; i++)
            {
                var vehicle = vehicles.Make();
                var entry = Entry(list, vehicle, reason, random);
                _entries.Add(entry);
                if (i < Passing * size / Lists.Sum(each => each.Size))
                {
                    listed.TryAdd(vehicle.Plate, (vehicle, entry));
                }
            }
        }

        Vehicles = listed.Values.Select(pair => pair.Vehicle).ToList();
        Entries = listed.ToDictionary(pair => pair.Key, pair => pair.Value.Entry);
    }

    /// <summary>Listed vehicles that drive in the city.</summary>
    public IReadOnlyList<DemoVehicle> Vehicles { get; }

    /// <summary>Their entries, by plate.</summary>
    public IReadOnlyDictionary<string, HotListEntry> Entries { get; }

    private DateTimeOffset Began => _scene.Calendar.StartOf(_scene.Days.ProgramBegan).AddHours(-12);

    public string KindOf(HotListEntry entry) => _lists.Single(list => list.Id == entry.ListId).Kind;

    public async Task WriteAsync(WriteScope write, SqlDatabase database, AuditLog log)
    {
        foreach (var list in _lists)
        {
            await HotListStore.AddAsync(write, list);
            await AppendAsync(write, log, list, "imported", Began);
            await AppendAsync(write, log, list, "refreshed", _scene.Calendar.Now.AddHours(-5));
        }

        await new HotListStore(database).AddEntriesAsync(write, _entries);

        // Somebody tried; the rule refused; the log shows it.
        var refused = _lists[2] with { Name = "Immigration violators", Source = "Federal extract (fictional)" };
        await log.AppendAsync(
            write,
            _scene.By(_scene.People.Administrator, "hot list import", Began.AddHours(1)),
            AddHotList.Imported(refused, HotListSource.Decide(refused.Kind, refused.Name), 312));
    }

    private Task<AuditReceipt> AppendAsync(WriteScope write, AuditLog log, HotList list, string change, DateTimeOffset at) => log.AppendAsync(
        write,
        _scene.BySystem("hot list refresh", at),
        new AuditEvent(
            AlertActs.HotListChange,
            [
                new("list", list.Name),
                new("list-kind", list.Kind),
                new("change", change),
                new("listed", _entries.Count(entry => entry.ListId == list.Id).ToString(CultureInfo.InvariantCulture)),
                new("left-out", "0"),
            ])
        {
            Elements = $"hot list {list.Name}",
            Outcome = change,
        });

    private HotListEntry Entry(HotList list, DemoVehicle vehicle, string reason, SeededRandom random) => new()
    {
        Id = random.Id(Began),
        ListId = list.Id,
        Plate = vehicle.Plate,
        State = vehicle.State,
        Reason = reason,
        AddedMs = Began.ToUnixTimeMilliseconds(),
        ExpiresMs = list.Kind == HotListKind.LocalCase ? _scene.Calendar.Now.AddDays(30).ToUnixTimeMilliseconds() : null,
    };
}
