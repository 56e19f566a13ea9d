using System;
using nanoFramework.Runtime.Native;
using TwcBridge.Diagnostics;

namespace TwcBridge.Device;

/// <summary>Starts the box anew, within the budget that the flash keeps.</summary>
internal sealed class Restarter
{
    private readonly object _gate = new object();
    private readonly FlashStorage _storage;
    private readonly RestartBudget _budget;

    public Restarter(FlashStorage storage)
    {
        _storage = storage;
        _budget = new RestartBudget(storage.LoadRestarts());
    }

    /// <summary>Does not return when it is granted. A restart that the flash cannot count is not
    /// granted: it might be one of very many.</summary>
    public void TryRestart()
    {
        lock (_gate)
        {
            int left = _budget.LeftAt(Environment.TickCount64);
            if (left > 0 && _storage.TrySaveRestarts(left - 1))
            {
                Power.RebootDevice();
            }
        }
    }

    /// <summary>For the owner, who may do so as often as he likes. Does not return.</summary>
    public void Restart()
    {
        Power.RebootDevice();
    }
}
