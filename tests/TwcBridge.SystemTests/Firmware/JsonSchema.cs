using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>As much of JSON Schema as our own schemas use. A keyword that it does not know is an
/// error, so that no rule is believed to hold that nobody checks.</summary>
internal static class JsonSchema
{
    private static readonly HashSet<string> Remarks = ["$schema", "title", "description"];

    public static IEnumerable<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        return schema.EnumerateObject().Where(rule => !Remarks.Contains(rule.Name))
            .SelectMany(rule => Problems(rule, schema, value, at));
    }

    private static IEnumerable<string> Problems(
        JsonProperty rule, JsonElement schema, JsonElement value, string at)
    {
        return rule.Name switch
        {
            "properties" => rule.Value.EnumerateObject()
                .Where(property => IsObject(value) && value.TryGetProperty(property.Name, out _))
                .SelectMany(property => Problems(property.Value,
                    value.GetProperty(property.Name), $"{at}.{property.Name}")),
            "additionalProperties" => Additional(rule.Value, schema, value, at),
            "items" => !IsArray(value) ? [] : value.EnumerateArray()
                .SelectMany((item, index) => Problems(rule.Value, item, $"{at}[{index}]")),
            "required" => rule.Value.EnumerateArray()
                .Where(name => IsObject(value) && !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{at}: {name} is missing"),
            _ => Holds(rule, value)
                ? [] : [$"{at}: {rule.Name} {rule.Value} is not met by {value}"],
        };
    }

    private static IEnumerable<string> Additional(
        JsonElement rule, JsonElement schema, JsonElement value, string at)
    {
        IEnumerable<JsonProperty> others = !IsObject(value) ? [] : value.EnumerateObject()
            .Where(property => !schema.TryGetProperty("properties", out JsonElement known)
                || !known.TryGetProperty(property.Name, out _));
        return rule.ValueKind == JsonValueKind.False
            ? others.Select(property => $"{at}: {property.Name} is not known")
            : others.SelectMany(property => Problems(rule, property.Value,
                $"{at}.{property.Name}"));
    }

    private static bool Holds(JsonProperty rule, JsonElement value)
    {
        return rule.Name switch
        {
            "type" => Types(rule.Value).Any(type => IsOf(type, value)),
            "enum" => rule.Value.EnumerateArray().Any(choice => choice.ToString() == $"{value}"),
            "pattern" => value.ValueKind != JsonValueKind.String
                || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!),
            "minimum" => !IsNumber(value) || value.GetInt32() >= rule.Value.GetInt32(),
            "maximum" => !IsNumber(value) || value.GetInt32() <= rule.Value.GetInt32(),
            "minItems" => !IsArray(value) || value.GetArrayLength() >= rule.Value.GetInt32(),
            _ => false,
        };
    }

    private static IEnumerable<string> Types(JsonElement type)
    {
        return IsArray(type)
            ? type.EnumerateArray().Select(one => one.GetString()!)
            : [type.GetString()!];
    }

    private static bool IsOf(string type, JsonElement value)
    {
        return type switch
        {
            "object" => IsObject(value),
            "array" => IsArray(value),
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => IsNumber(value) && value.TryGetInt32(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => false,
        };
    }

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    private static bool IsArray(JsonElement value) => value.ValueKind == JsonValueKind.Array;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;
}
