using System;
using System.Reflection;

namespace TwcBridge.DeviceTests;

/// <summary>
/// Runs every test of its assembly, each on an object of its own, as MSTest does on the desktop.
/// The launcher that comes with the test framework calls test methods without an object, and many
/// of ours keep what they test in fields. The lines are those that the framework's adapter reads;
/// the last one counts.
/// </summary>
public static class Runner
{
    private static int _passed;
    private static int _failed;

    public static void Main()
    {
        foreach (Type type in typeof(Runner).Assembly.GetTypes())
        {
            if (type.IsClass && Has(type.GetCustomAttributes(true), typeof(TestClassAttribute)))
            {
                RunClass(type);
            }
        }
        Console.WriteLine(_passed + " passed, " + _failed + " failed");
    }

    private static void RunClass(Type type)
    {
        foreach (MethodInfo method in type.GetMethods())
        {
            object[] attributes = method.GetCustomAttributes(true);
            if (!Has(attributes, typeof(TestMethodAttribute)))
            {
                continue;
            }
            if (!Has(attributes, typeof(DataRowAttribute)))
            {
                Run(type, method, null, 0);
                continue;
            }
            for (int i = 0; i < attributes.Length; i++)
            {
                if (attributes[i] is DataRowAttribute row)
                {
                    Run(type, method, row.MethodParameters, i);
                }
            }
        }
    }

    private static void Run(Type type, MethodInfo method, object[] row, int index)
    {
        string name = type.FullName + "." + method.Name + "." + index;
        long beganAtTicks = DateTime.UtcNow.Ticks;
        try
        {
            object test = type.GetConstructor(new Type[0]).Invoke(null);
            method.Invoke(test, row);
            _passed++;
            Console.WriteLine(
                "Test passed," + name + "," + (DateTime.UtcNow.Ticks - beganAtTicks));
        }
        catch (Exception fault)     // Whatever a test throws is its result.
        {
            _failed++;
            Console.WriteLine("Test failed," + name + "," + fault.Message);
        }
    }

    private static bool Has(object[] attributes, Type type)
    {
        foreach (object attribute in attributes)
        {
            if (attribute.GetType() == type)
            {
                return true;
            }
        }
        return false;
    }
}
