using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>
/// What the objects of ours take on the device's heap, reckoned from the objects themselves. The
/// figures are NANOFRAMEWORK 2's: blocks of 12 bytes, one for the object, one for each field or
/// reference, and packed arrays of numbers.
/// </summary>
internal sealed class HeapWalk
{
    private const int BlockBytes = 12;
    private const int ArrayHeadBytes = 20;
    private const string Product = "TwcBridge";

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _types = [];
    private readonly SortedDictionary<string, int> _arrays = new(StringComparer.Ordinal);

    public HeapWalk(params object[] roots)
    {
        foreach (object root in roots)
        {
            Visit(root, "");
        }
    }

    /// <summary>Bytes of everything that was reached.</summary>
    public int Bytes { get; private set; }

    /// <summary>The arrays of numbers of at least so many bytes: owner and field, and how much all
    /// instances of it hold together.</summary>
    public Dictionary<string, int> Buffers(int leastBytes)
    {
        return _arrays.Where(row => row.Value >= leastBytes)
            .ToDictionary(row => row.Key, row => row.Value);
    }

    /// <summary>The types whose objects hold the most, arrays not counted.</summary>
    public IEnumerable<string> Largest(int count)
    {
        return _types.OrderByDescending(row => row.Value).Take(count)
            .Select(row => $"{row.Key} {row.Value}");
    }

    private void Visit(object? value, string owner)
    {
        if (value is null or string || !_seen.Add(value))
        {
            return;
        }
        if (value is Array array)
        {
            VisitArray(array, owner);
        }
        else if (value.GetType().Namespace?.StartsWith(Product) == true)
        {
            VisitObject(value);
        }
    }

    private void VisitArray(Array array, string owner)
    {
        Type element = array.GetType().GetElementType()!;
        if (!element.IsPrimitive && !element.IsEnum)
        {
            Bytes += ArrayHeadBytes + array.Length * BlockBytes;
            foreach (object? item in array)
            {
                Visit(item, owner);
            }
            return;
        }
        int bytes = Buffer.ByteLength(Flat(array, element));
        Bytes += RoundUp(ArrayHeadBytes + bytes);
        _arrays[owner] = _arrays.GetValueOrDefault(owner) + bytes;
    }

    private void VisitObject(object value)
    {
        Bytes += BlockBytes;
        for (Type? type = value.GetType(); type != null; type = type.BaseType)
        {
            FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public
                | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            Bytes += fields.Length * BlockBytes;
            _types[value.GetType().Name] = _types.GetValueOrDefault(value.GetType().Name)
                + fields.Length * BlockBytes;
            foreach (FieldInfo field in fields.Where(field => !field.FieldType.IsValueType))
            {
                Visit(field.GetValue(value), $"{type.Name}.{NameOf(field)}");
            }
        }
    }

    // The field behind an automatic property goes by the property's name.
    private static string NameOf(FieldInfo field)
    {
        return field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
    }

    // Enums have no byte length of their own.
    private static Array Flat(Array array, Type element)
    {
        return element.IsEnum
            ? Array.CreateInstance(Enum.GetUnderlyingType(element), array.Length) : array;
    }

    private static int RoundUp(int bytes)
    {
        return (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;
    }
}
