using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>Follows the wires of a sheet by KiCad's rules: ends that meet are joined, a wire that
/// is met in its middle only where a dot or a label sits, and equal names are one net.</summary>
internal sealed class NetTracer
{
    private readonly Dictionary<object, object> _parents = [];
    private readonly Schematic _sheet;

    private NetTracer(Schematic sheet)
    {
        _sheet = sheet;
    }

    /// <summary>"name: pins" of each net with two pins or more; "-" for one without a name.
    /// </summary>
    public static string[] NetsOf(Schematic sheet)
    {
        return new NetTracer(sheet).Trace();
    }

    /// <summary>One form for all sources of nets, so that they can be compared.</summary>
    public static string Line(string name, IEnumerable<string> pins)
    {
        return $"{name}: {string.Join(' ', pins.Order(StringComparer.Ordinal))}";
    }

    private string[] Trace()
    {
        (string Name, Spot At)[] names = [.. _sheet.Labels, .. _sheet.Supplies];
        foreach ((Spot from, Spot to) in _sheet.Wires)
        {
            Join(from, to);
        }
        foreach (Spot dot in _sheet.Junctions.Concat(_sheet.Labels.Select(label => label.At)))
        {
            foreach ((Spot from, Spot to) in _sheet.Wires)
            {
                if (dot.IsBetween(from, to))
                {
                    Join(dot, from);
                }
            }
        }
        foreach ((string name, Spot at) in names)
        {
            Join(name, at);
        }
        ILookup<object, string> nameOf = names.Select(it => it.Name).Distinct()
            .ToLookup(name => Root(name));
        return _sheet.Pins.Where(pin => pin.IsPart)
            .GroupBy(pin => Root(pin.At), pin => pin.Text)
            .Where(net => net.Count() > 1)
            .Select(net => Line(string.Join('=', nameOf[net.Key].DefaultIfEmpty("-")), net))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    private void Join(object one, object other)
    {
        _parents[Root(one)] = Root(other);
    }

    private object Root(object member)
    {
        while (_parents.TryGetValue(member, out object? parent) && !parent.Equals(member))
        {
            member = parent;
        }
        return member;
    }
}
