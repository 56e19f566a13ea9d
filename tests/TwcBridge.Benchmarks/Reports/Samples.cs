using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.Benchmarks.Reports;

/// <summary>Measurements of one thing, and how they spread.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];
    private bool _isSorted;

    public int Count => _values.Count;

    public double Median => Percentile(50);

    public double Lowest => Percentile(0);

    public double Highest => Percentile(100);

    /// <summary>The part of the measurements that is not above this: 0 to 1.</summary>
    public double ShareUpTo(double value)
    {
        return (double)_values.Count(measured => measured <= value) / _values.Count;
    }

    public void Add(double value)
    {
        _values.Add(value);
        _isSorted = false;
    }

    /// <summary>The smallest measurement that so many percent do not exceed.</summary>
    public double Percentile(double percent)
    {
        if (_values.Count == 0)
        {
            return double.NaN;
        }
        if (!_isSorted)
        {
            _values.Sort();
            _isSorted = true;
        }
        int rank = (int)Math.Ceiling(percent / 100 * _values.Count);
        return _values[Math.Max(rank, 1) - 1];
    }
}
