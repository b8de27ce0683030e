using System.Globalization;
using System.Text.Json;

namespace Transparency.Portal.Api.Cameras;

/// <summary>Reads fields of JSON strictly: what is there must have its type and size; what is not there is null.</summary>
internal static class Fields
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 24, AllowDuplicateProperties = false };

    // Before this no camera of ours existed; after this no clock is right.
    private static readonly DateTimeOffset First = new(2020, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Understands a JSON object, or says that it is none.</summary>
    public static CameraMessage Read(ReadOnlyMemory<byte> body, Func<JsonElement, CameraMessage> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : throw new MessageException("The message is not a JSON object.");
        }
        catch (MessageException e)
        {
            return new([], e.Message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // The second is thrown for text that is not valid UTF-8 or UTF-16.
            return new([], "The message is not well-formed JSON.");
        }
    }

    public static JsonElement? Object(JsonElement parent, string name) => Of(parent, name, JsonValueKind.Object);

    /// <summary>The objects of an array, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<JsonElement> Objects(JsonElement parent, string name, int most)
    {
        var items = Of(parent, name, JsonValueKind.Array) is { } array ? array.EnumerateArray().ToList() : [];
        return items.Count <= most && items.TrueForAll(item => item.ValueKind == JsonValueKind.Object)
            ? items
            : throw new MessageException($"\"{name}\" is not a list of at most {most} objects.");
    }

    public static string? Text(JsonElement parent, string name, int longest)
    {
        var text = Of(parent, name, JsonValueKind.String)?.GetString();
        return text is null || text.Length <= longest ? text : throw new MessageException($"\"{name}\" is too long.");
    }

    public static string NeededText(JsonElement parent, string name, int longest) =>
        Text(parent, name, longest) is { Length: > 0 } text ? text : throw new MessageException($"\"{name}\" is missing.");

    public static double? Number(JsonElement parent, string name, double least, double most) =>
        Of(parent, name, JsonValueKind.Number)?.GetDouble() switch
        {
            null => null,
            { } number when number >= least && number <= most => number,
            _ => throw new MessageException($"\"{name}\" is out of bounds."),
        };

    public static double NeededNumber(JsonElement parent, string name, double least, double most) =>
        Number(parent, name, least, most) ?? throw new MessageException($"\"{name}\" is missing.");

    /// <summary>Milliseconds since 1970.</summary>
    public static DateTimeOffset Epoch(JsonElement parent, string name) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)NeededNumber(parent, name, First.ToUnixTimeMilliseconds(), Last.ToUnixTimeMilliseconds()));

    /// <summary>ISO 8601 with an offset, so that nobody has to guess a time zone.</summary>
    public static DateTimeOffset Time(string text, string name)
    {
        var hasOffset = text.EndsWith('Z') || (text.Length > 19 && text.LastIndexOfAny(['+', '-']) >= 19);
        return hasOffset
            && text.Length is >= 20 and <= 40
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time >= First && time <= Last
            ? time
            : throw new MessageException($"\"{name}\" is not a time with a date and an offset from UTC.");
    }

    /// <summary>Bytes in base64.</summary>
    public static byte[]? Bytes(JsonElement parent, string name)
    {
        if (Of(parent, name, JsonValueKind.String) is not { } value || value.ValueEquals(""))
        {
            return null;
        }

        return value.TryGetBytesFromBase64(out var bytes) ? bytes : throw new MessageException($"\"{name}\" is not base64.");
    }

    private static JsonElement? Of(JsonElement parent, string name, JsonValueKind kind)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw new MessageException($"\"{name}\" is not a JSON {kind.ToString().ToLowerInvariant()}.");
    }
}
