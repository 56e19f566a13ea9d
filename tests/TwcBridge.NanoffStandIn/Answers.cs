using System.Linq;

namespace TwcBridge.NanoffStandIn;

/// <summary>What nanoff prints.</summary>
internal static class Answers
{
    private const string Natives =
        """
          mscorlib v100.5.0.24, checksum 0x1549C856
          nanoFramework.Runtime.Native v100.0.10.0, checksum 0x0EAE898B
          nanoFramework.Hardware.Esp32 v100.0.10.0, checksum 0x6A20A689
          nanoFramework.System.Collections v100.0.2.0, checksum 0x40DC251F
          nanoFramework.System.Text v100.0.0.1, checksum 0x8E6EB73D
          nanoFramework.Runtime.Events v100.0.8.0, checksum 0x0EAB00C9
          EventSink v1.0.0.0, checksum 0xF32F4C3E
          System.IO.FileSystem v1.1.0.4, checksum 0x1777E2FE
          System.Net v100.2.0.14, checksum 0xE51F3AB2
          System.IO.Ports v100.1.6.1, checksum 0xB798CE30

        """;

    public static string Ports(string plan)
    {
        return plan switch
        {
            "none" => "No available COM port.\n\n",
            "two" => "Available COM ports:\n  /dev/ttyUSB0\n  /dev/ttyUSB1\n\n",
            _ => "Available COM ports:\n  /dev/ttyUSB0\n\n",
        };
    }

    public static string Chip(string plan)
    {
        (string chip, string psram) = plan switch
        {
            "s3" => ("ESP32-S3 (ESP32-S3 (QFN56) (revision v0.2))", "8MB"),
            "c3" => ("ESP32-C3 (ESP32-C3 (QFN32) (revision v0.4))", "not available"),
            "h2" => ("ESP32-H2 (ESP32-H2 (revision v0.1))", "not available"),
            "garbage" => ("???", ""),
            _ => ("ESP32 (ESP32-D0WD-V3 (revision v3.1))", "undetermined"),
        };
        return "Reading details from chip...OK\n\nConnected to:\n"
            + $"{chip}\n"
            + "Features Wi-Fi, BT, Dual Core, 240MHz\n"
            + "Flash size 4MB WINBOND_W25Q32 from WINBOND (manufacturer 0xEF device 0x4016)\n"
            + $"PSRAM: {psram}\nCrystal 40MHz\nMAC 24:6F:28:A1:B2:C3\n\n";
    }

    public static string Details(string target, string application, string plan)
    {
        string version = plan == "oldclr" ? "1.12.0.5" : "1.17.0.98";
        string shown = plan == "othertarget" ? "ESP32_REV3" : target;
        string natives = plan == "checksum" ? Natives.Replace("0x1549C856", "0x445C7AF9")
            : plan == "oldnet" ? Natives.Replace("v100.2.0.14", "v100.2.0.1")
            : Natives;
        if (plan == "garbage")
        {
            return "nothing that makes sense\n";
        }
        return $"\nHAL build info: nanoCLR running @ {shown} built with ESP-IDF 5.5.4\n"
            + $"  Target:   {shown}\n  Platform: ESP32\n\nFirmware build Info:\n"
            + "  Date:        Jul 20 2026\n  Type:        MinSizeRel build\n"
            + $"  CLR Version: {version}\n  Compiler:    GNU ARM GCC v14.2.0\n\n"
            + "OEM Product codes (vendor, model, SKU): 0, 0, 0\n\nAppDomains:\n\nAssemblies:\n"
            + string.Concat(application.Split('\n').Where(name => name.Length > 0)
                .Select(name => $"  {name}, 0.1.0.0\n"))
            + $"\nNative Assemblies:\n{natives}\n++ Memory Map ++\n";
    }
}
