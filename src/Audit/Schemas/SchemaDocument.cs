using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Transparency.Audit.Schemas;

/// <summary>The schemas as a log publishes them: a list of acts with their fields, and for each act a JSON Schema of its entries.</summary>
public static class SchemaDocument
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="name">Empty for the list, or <c>act.json</c>.</param>
    /// <returns>UTF-8 JSON; null where there is no such act.</returns>
    public static byte[]? Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const string Extension = ".json";
        if (name.Length == 0)
        {
            return Bytes(new JsonObject { ["acts"] = new JsonArray([.. EntrySchemas.All.Select(Describe)]) });
        }
        return name.EndsWith(Extension, StringComparison.Ordinal) && EntrySchemas.Current(name[..^Extension.Length]) is { } schema
            ? Bytes(JsonSchema(schema))
            : null;
    }

    private static JsonObject Describe(EntrySchema schema) => new()
    {
        ["act"] = schema.Act,
        ["version"] = schema.Version,
        ["meaning"] = schema.Meaning,
        ["fields"] = new JsonArray([.. schema.Fields.Select(field => new JsonObject
        {
            ["name"] = field.Name,
            ["meaning"] = field.Meaning,
            ["public"] = field.Publication == Publication.Public,
            ["form"] = field.Kind.ToString().ToLowerInvariant(),
        })]),
    };

    private static JsonObject JsonSchema(EntrySchema schema) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = $"An entry of the act {schema.Act}",
        ["description"] = schema.Meaning,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Names("v", "act", "day", "agency", "fields"),
        ["properties"] = new JsonObject
        {
            ["v"] = new JsonObject { ["const"] = schema.Version },
            ["act"] = new JsonObject { ["const"] = schema.Act },
            ["day"] = new JsonObject { ["type"] = "string", ["format"] = "date" },
            ["agency"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9.-]{1,64}$" },
            ["fields"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = Names([.. schema.Fields.Select(field => field.Name)]),
                ["properties"] = new JsonObject(schema.Fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Commitment(field)))),
            },
        },
    };

    private static JsonObject Commitment(FieldSchema field) => new()
    {
        ["type"] = "string",
        ["contentEncoding"] = "base64",
        ["pattern"] = "^[A-Za-z0-9+/]{43}=$",
        ["description"] = $"A commitment to: {field.Meaning} {(field.Publication == Publication.Public ? "Opened after the day ends." : "Never public.")}",
    };

    private static JsonArray Names(params string[] names) => new([.. names.Select(name => JsonValue.Create(name))]);

    private static byte[] Bytes(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString(Readable) + "\n");
}
