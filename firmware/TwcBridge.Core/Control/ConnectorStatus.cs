using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// What is known of one connector at one instant. Plain data, copied as a whole between the loops.
/// <see cref="Unknown"/> stands for a number that has not been heard yet; it never leaves the box.
/// </summary>
public sealed class ConnectorStatus
{
    public const int Unknown = -1;
    public const int PhaseCount = 3;
    public const int SerialLength = 11;
    public const int VinLength = 17;

    /// <summary>The TWC id, 1..65535.</summary>
    public int Id;

    /// <summary>True while the connector answers heartbeats.</summary>
    public bool Linked;

    /// <summary>We give it no heartbeats, because the owner stops it in this way. It then falls
    /// silent itself, which is no fault.</summary>
    public bool Silenced;

    /// <summary>1 or 2, as its last link-ready told.</summary>
    public int Protocol;

    /// <summary>The last real state of PROTOCOL 3.2, never an echo of a command; or Unknown.
    /// </summary>
    public int ChargerState;

    /// <summary>A car is plugged in, as far as the bus can tell.</summary>
    public bool Connected;

    public bool Charging;

    /// <summary>False after the user forbade charging, even while the car still draws.</summary>
    public bool Enabled;

    /// <summary>0..Command.MostPriority.</summary>
    public int Priority;

    /// <summary>The claim in force for this connector before ceilings and sharing, 0.01 A.
    /// </summary>
    public int RequestedCentiamps;

    /// <summary>The most we allow it now, 0.01 A.</summary>
    public int OfferedCentiamps;

    /// <summary>The limit that it confirmed, 0.01 A, or Unknown.</summary>
    public int AcceptedCentiamps;

    /// <summary>What it reports using, 0.01 A, or Unknown.</summary>
    public int DrawnCentiamps;

    /// <summary>Lowest offer above 0: 600 on protocol 2, 500 on protocol 1.</summary>
    public int MinCentiamps;

    /// <summary>Highest offer: the lower of rating, per-connector limit and site limit.</summary>
    public int MaxCentiamps;

    public ClaimSource Source;

    /// <summary>What is left of the lease, or Unknown when the claim does not expire.</summary>
    public long LeaseLeftMs;

    public ConnectorFault Fault;

    /// <summary>Current of each phase, 0.01 A, or Unknown.</summary>
    public readonly int[] CurrentCentiamps = new int[PhaseCount];

    /// <summary>Voltage of each phase, V, or Unknown.</summary>
    public readonly int[] Volts = new int[PhaseCount];

    /// <summary>The meter's counter in its own unit (PROTOCOL 3.3: kWh or Wh), or Unknown.
    /// </summary>
    public long EnergyRaw;

    /// <summary>Lifetime energy in Wh, or Unknown while the meter's unit is. Never falls.</summary>
    public long EnergyWattHours;

    /// <summary>Energy since plug-in in Wh, or Unknown without a car.</summary>
    public long SessionWattHours;

    /// <summary>Time since plug-in, or Unknown without a car.</summary>
    public long SessionMs;

    /// <summary>Firmware version, or Unknown in the first place.</summary>
    public readonly int[] Version = new int[4];

    /// <summary>ASCII; all zero until known.</summary>
    public readonly byte[] Serial = new byte[SerialLength];

    /// <summary>The owner wants the VIN to be told.</summary>
    public bool TellsVin;

    /// <summary>ASCII; all zero until known, for a car that tells none, and unless the owner wants
    /// it told.</summary>
    public readonly byte[] Vin = new byte[VinLength];

    /// <summary>Time since the last frame from it, or Unknown.</summary>
    public long SilentMs;

    /// <summary>It does not answer, and should.</summary>
    public bool IsGone => !Linked && !Silenced;

    public bool Failsafe => Source == ClaimSource.Failsafe;

    /// <summary>Bytes of <see cref="Serial"/>; 0 until known.</summary>
    public int KnownSerialLength
    {
        get
        {
            int length = 0;
            while (length < SerialLength && Serial[length] != 0)
            {
                length++;
            }
            return length;
        }
    }

    /// <summary>Bytes of <see cref="Vin"/>; 0 until all of it is known.</summary>
    public int KnownVinLength => Vin[VinLength - 1] == 0 ? 0 : VinLength;

    public ConnectorStatus()
    {
        Clear();
    }

    public void Clear()
    {
        Id = 0;
        Linked = false;
        Silenced = false;
        Protocol = 0;
        ChargerState = Unknown;
        Connected = false;
        Charging = false;
        Enabled = true;
        Priority = Command.UsualPriority;
        RequestedCentiamps = 0;
        OfferedCentiamps = 0;
        AcceptedCentiamps = Unknown;
        DrawnCentiamps = Unknown;
        MinCentiamps = 0;
        MaxCentiamps = 0;
        Source = ClaimSource.Failsafe;
        LeaseLeftMs = Unknown;
        Fault = ConnectorFault.None;
        SilentMs = Unknown;
        ClearInfo();
    }

    public void CopyFrom(ConnectorStatus other)
    {
        Id = other.Id;
        Linked = other.Linked;
        Silenced = other.Silenced;
        Protocol = other.Protocol;
        ChargerState = other.ChargerState;
        Connected = other.Connected;
        Charging = other.Charging;
        Enabled = other.Enabled;
        Priority = other.Priority;
        RequestedCentiamps = other.RequestedCentiamps;
        OfferedCentiamps = other.OfferedCentiamps;
        AcceptedCentiamps = other.AcceptedCentiamps;
        DrawnCentiamps = other.DrawnCentiamps;
        MinCentiamps = other.MinCentiamps;
        MaxCentiamps = other.MaxCentiamps;
        Source = other.Source;
        LeaseLeftMs = other.LeaseLeftMs;
        Fault = other.Fault;
        EnergyRaw = other.EnergyRaw;
        EnergyWattHours = other.EnergyWattHours;
        SessionWattHours = other.SessionWattHours;
        SessionMs = other.SessionMs;
        SilentMs = other.SilentMs;
        System.Array.Copy(other.CurrentCentiamps, CurrentCentiamps, PhaseCount);
        System.Array.Copy(other.Volts, Volts, PhaseCount);
        System.Array.Copy(other.Version, Version, Version.Length);
        System.Array.Copy(other.Serial, Serial, SerialLength);
        TellsVin = other.TellsVin;
        System.Array.Copy(other.Vin, Vin, VinLength);
    }

    private void ClearInfo()
    {
        EnergyRaw = Unknown;
        EnergyWattHours = Unknown;
        SessionWattHours = Unknown;
        SessionMs = Unknown;
        for (int i = 0; i < PhaseCount; i++)
        {
            CurrentCentiamps[i] = Unknown;
            Volts[i] = Unknown;
        }
        for (int i = 0; i < Version.Length; i++)
        {
            Version[i] = Unknown;
        }
        for (int i = 0; i < Serial.Length; i++)
        {
            Serial[i] = 0;
        }
        TellsVin = false;
        for (int i = 0; i < Vin.Length; i++)
        {
            Vin[i] = 0;
        }
    }
}
