using System;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Device;

/// <summary>
/// What the box remembers. A flash that is empty, broken or was formatted means the settings of a
/// fresh box, which are safe, and an access point to set it up.
/// </summary>
internal sealed class FlashStorage
{
    // Put there by the flashing tool; taken over at the next start.
    private const string ImportName = "twcbridge.json";

    /// <summary>What was wrong with the last JSON that was read.</summary>
    public SettingsProblem Problem;

    /// <summary>The settings pass through it when they are loaded and saved. In between it can
    /// hold what is to be saved.</summary>
    public readonly byte[] Record;

    private readonly object _gate = new object();
    private readonly ByteWriter _text = new ByteWriter(SlotRecord.MaxLength);
    private readonly byte[] _restartRecord = new byte[SlotRecord.FrameLength + 1];
    private readonly SlotFile _settings;
    private readonly SlotFile _restarts;

    public FlashStorage()
    {
        Record = _text.Buffer;
        _settings = new SlotFile("settings", Record);
        _restarts = new SlotFile("restarts", _restartRecord);
    }

    public Settings LoadSettings()
    {
        Settings settings = new Settings();
        SettingsReader reader = new SettingsReader();   // Needed at start only.
        lock (_gate)
        {
            int length = _settings.Load();
            if (length > 0)
            {
                Array.Copy(Record, SlotRecord.PayloadOffset, Record, 0, length);
                Problem = reader.Read(Record, length, settings);
            }
            Import(reader, settings);
        }
        return settings;
    }

    public bool TrySave(Settings settings)
    {
        lock (_gate)
        {
            return TryWrite(settings);
        }
    }

    public void EraseSettings()
    {
        lock (_gate)
        {
            _settings.Erase();
            CertificateFile(null).Erase();
        }
    }

    /// <summary>Restarts that the box may give itself.</summary>
    public int LoadRestarts()
    {
        lock (_gate)
        {
            int length = _restarts.Load();
            return length == 1 ? _restartRecord[SlotRecord.PayloadOffset] : RestartBudget.Most;
        }
    }

    public bool TrySaveRestarts(int left)
    {
        lock (_gate)
        {
            _restartRecord[SlotRecord.PayloadOffset] = (byte)left;
            return _restarts.TrySave(1);
        }
    }

    /// <summary>Of who has signed the broker's certificate (DER); null without one.</summary>
    public byte[] LoadCertificate()
    {
        byte[] record = new byte[SlotRecord.MaxLength];
        lock (_gate)
        {
            int length = CertificateFile(record).Load();
            byte[] der = length == 0 ? null : new byte[length];
            if (der != null)
            {
                Array.Copy(record, SlotRecord.PayloadOffset, der, 0, length);
            }
            return der;
        }
    }

    /// <param name="der">May lie in <see cref="Record"/>.</param>
    /// <param name="length">0: there is to be none.</param>
    public bool TrySaveCertificate(byte[] der, int length)
    {
        byte[] record = new byte[SlotRecord.MaxLength];
        lock (_gate)
        {
            SlotFile file = CertificateFile(record);
            if (length == 0)
            {
                file.Erase();
                return true;
            }
            file.Load();    // Which of the two is older.
            Array.Copy(der, 0, record, SlotRecord.PayloadOffset, length);
            return file.TrySave(length);
        }
    }

    // Needed seldom, and by the dialer while Record may be anybody's: with a record of its own.
    private static SlotFile CertificateFile(byte[] record)
    {
        return new SlotFile("mqtt-ca", record);
    }

    // The file goes only when what it says is safe in a slot.
    private void Import(SettingsReader reader, Settings settings)
    {
        int length = FlashFile.Read(ImportName, Record);
        if (length == 0)
        {
            return;
        }
        Problem = reader.Read(Record, length, settings);
        if (Problem == SettingsProblem.None && TryWrite(settings))
        {
            FlashFile.TryDelete(ImportName);
        }
    }

    // The text is written where its record will be.
    private bool TryWrite(Settings settings)
    {
        _text.Clear();
        _text.MoveTo(SlotRecord.PayloadOffset);
        SettingsWriter.Write(new JsonWriter(_text), settings, withSecrets: true);
        int length = _text.Length - SlotRecord.PayloadOffset;
        return length <= SlotRecord.MaxPayloadLength && !_text.Overflowed
            && _settings.TrySave(length);
    }
}
