using System;
using System.Linq;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>What is to be connected in the isolated build, written from the data sheets and not
/// from the drawing. Each pin is told by its number and its name.</summary>
internal static class IntendedNets
{
    private static readonly (string Name, string Pins)[] Table =
    [
        // Supply of the logic side.
        ("-", "J1.1=5V F1.1"),
        ("+5V", "F1.2 D1.1=K C1.1 U1.19=5V"),
        ("+3V3", "U1.1=3V3 U2.2=VCC U2.8=VCC U3.1=VDD R2.1 C2.1 C3.1 C4.1 C5.1 C10.1"),
        ("GND", "J1.2=0V D1.2=A C1.2 U1.14=GND U1.20=GND U1.26=GND U2.1=GND1 U2.3=GND1 U2.9=GND1 "
            + "U2.10=GND1 C2.2 C3.2 C4.2 C5.2 C10.2 C11.1 U3.2=GND R3.2 R4.2 R10.2 D3.1=K SW1.2"),

        // Isolated supply: converter, filter, transceiver.
        ("VISOOUT", "U2.12=VISOOUT C6.1 C7.1 FB1.1"),
        ("VISO", "FB1.2 C8.1 C9.1 U2.19=VISOIN R8.1"),
        ("GND_DCDC", "U2.11=GND2 U2.14=GND2 C6.2 C7.2 FB2.1"),
        ("GND_ISO", "FB2.2 C8.2 C9.2 U2.16=GND2 U2.20=GND2 R9.2 D2.3=COM J2.3=SHD C11.2"),

        // The ESP32 and what it moves.
        ("RX_GPIO26", "U1.10=IO26 U2.4=RXD R2.2"),
        ("TX_GPIO25", "U1.9=IO25 U2.7=TXD"),
        ("DE_GPIO27", "U1.11=IO27 U2.6=DE U2.5=~{RE} R3.1"),
        ("LED_GPIO2", "U1.34=IO2 R1.1"),
        ("-", "R1.2 D3.2=A"),
        ("BUTTON_GPIO0", "U1.33=IO0 SW1.1"),
        ("WATCHDOG_GPIO33", "U1.8=IO33 U3.4=DONE R4.1"),
        ("-", "U3.3=DELAY/M_RST R10.1"),
        ("-", "U3.6=~{RST} JP4.1"),
        ("EN", "U1.2=EN JP4.2"),

        // The bus.
        ("-", "U2.13=Y U2.18=A R5.1"),
        ("-", "U2.15=Z U2.17=B R6.1"),
        ("BUS_D+", "R5.2 J2.1=D+ D2.1=A1 R7.1 JP2.2"),
        ("BUS_D-", "R6.2 J2.2=D- D2.2=A2 JP1.2 JP3.1"),
        ("-", "R7.2 JP1.1"),
        ("-", "R8.2 JP2.1"),
        ("-", "R9.1 JP3.2"),
    ];

    public static string[] Lines => LinesOf(pin => pin);

    /// <summary>Without the names of the pins.</summary>
    public static string[] Numbers => LinesOf(pin => pin.Split('=')[0]);

    private static string[] LinesOf(Func<string, string> form)
    {
        return
        [
            .. Table.Select(net => NetTracer.Line(net.Name, net.Pins.Split(' ').Select(form)))
                .Order(StringComparer.Ordinal),
        ];
    }
}
