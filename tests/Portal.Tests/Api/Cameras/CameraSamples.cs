using System.Globalization;
using System.Text;

namespace Transparency.Portal.Tests.Api.Cameras;

/// <summary>Messages as cameras send them, written by hand after the makers' descriptions.</summary>
internal static class CameraSamples
{
    public const string Boundary = "----camera7";

    public const string Form = $"multipart/form-data; boundary={Boundary}";

    public static byte[] Jpeg { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Host", "vehicle.jpg"));

    public static byte[] RekorGroup(DateTimeOffset at, string uuid = "MB7-cam1-1763841600000", string plate = "8ABC123") => Text(
        $$"""
        {"data_type":"alpr_group","version":2,"agent_uid":"AG1","camera_id":1822,"epoch_start":{{Epoch(at)}},"epoch_end":{{Epoch(at.AddSeconds(2))}},
         "best_uuid":"{{uuid}}","best_plate_number":"{{plate}}","best_confidence":91.4,"best_region":"us-ca","best_region_confidence":88,
         "candidates":[{"plate":"{{plate}}","confidence":91.4,"matches_template":1},{"plate":"8A8C123","confidence":71.2,"matches_template":0}],
         "best_plate":{"plate":"{{plate}}","coordinates":[{"x":10,"y":20},{"x":90,"y":20},{"x":90,"y":50},{"x":10,"y":50}]},
         "vehicle":{"color":[{"name":"silver-gray","confidence":91}],"make":[{"name":"toyota","confidence":80}],
                    "make_model":[{"name":"toyota_camry","confidence":70}],"body_type":[{"name":"sedan-standard","confidence":88}]},
         "vehicle_crop_jpeg":"{{Convert.ToBase64String(Jpeg)}}","travel_direction":182.5,"is_parked":false}
        """);

    public static byte[] RekorResults(DateTimeOffset at, string uuid, string plate, double confidence = 88) => Text(
        $$"""
        {"data_type":"alpr_results","version":2,"epoch_time":{{Epoch(at)}},"uuid":"{{uuid}}","camera_id":1822,"img_width":1280,"img_height":720,
         "results":[{"plate":"{{plate}}","confidence":{{confidence.ToString(CultureInfo.InvariantCulture)}},"region":"us-ca","candidates":[]}]}
        """);

    public static byte[] RekorHeartbeat { get; } = Text("""{"data_type":"heartbeat","agent_uid":"AG1","video_streams":[{"camera_id":1822,"fps":14.9}]}""");

    public static byte[] PlateRecognizer(DateTimeOffset at, string plate = "8abc123") => Text(
        $$$"""
        {"hook":{"target":"https://marisol-bay.example","id":"pier","event":"recognition","filename":"pier/2026/cam.jpg"},
         "data":{"camera_id":"pier","filename":"pier_17.jpg","timestamp":"{{{Iso(at)}}}","timestamp_local":"2026-11-22 12:00:00-08:00",
          "results":[{"box":{"xmin":1,"ymin":2,"xmax":90,"ymax":40},"plate":"{{{plate}}}","score":0.93,"dscore":0.8,"region":{"code":"us-ca","score":0.7},
           "candidates":[{"plate":"{{{plate}}}","score":0.93},{"plate":"8a8c123","score":0.41}],"vehicle":{"type":"Pickup Truck","score":0.6},
           "color":[{"color":"blue","score":0.8}],"model_make":[{"make":"Ford","model":"F-150","score":0.7}],"direction":210}]}}
        """);

    public static byte[] Hikvision(DateTimeOffset at, string plate = "8ABC123", string kind = "ANPR") => Text(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
        <ipAddress>192.0.2.64</ipAddress><protocol>HTTP</protocol><macAddress>44:19:b6:00:00:01</macAddress><channelID>1</channelID>
        <dateTime>{Iso(at)}</dateTime><activePostCount>1</activePostCount><eventType>{kind}</eventType><eventState>active</eventState>
        <UUID>9b1c-{plate}</UUID>
        <ANPR><country>1</country><licensePlate>{plate}</licensePlate><line>1</line><direction>reverse</direction><confidenceLevel>97</confidenceLevel>
        <plateType>unknown</plateType><vehicleType>pickupTruck</vehicleType><vehicleInfo><index>1</index><color>white</color></vehicleInfo></ANPR>
        </EventNotificationAlert>
        """);

    public static byte[] HikvisionForm(DateTimeOffset at, string plate = "8ABC123") => FormOf(
        ("anpr.xml", "application/xml", Hikvision(at, plate)), ("licensePlatePicture.jpg", "image/jpeg", Jpeg), ("detectionPicture.jpg", "image/jpeg", Jpeg));

    public static byte[] Native(DateTimeOffset at, string id = "car-7/000017", string plate = "8ABC123", string more = "") => Text(
        $$$"""
        {"version":1,"reads":[{"id":"{{{id}}}","at":"{{{Iso(at)}}}","plate":"{{{plate}}}","confidence":0.97,"state":"CA","colour":"white",
         "direction":"departing","make":"Toyota","model":"Camry","type":"sedan","candidates":[{"plate":"8A8C123","share":0.03}]{{{more}}}}]}
        """);

    /// <summary>A form whose parts are files.</summary>
    public static byte[] FormOf(params (string Name, string Type, byte[] Bytes)[] parts)
    {
        using var form = new MemoryStream();
        foreach (var (name, type, bytes) in parts)
        {
            form.Write(Text($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n"));
            form.Write(bytes);
            form.Write("\r\n"u8);
        }

        form.Write(Text($"--{Boundary}--\r\n"));
        return form.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Epoch(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
