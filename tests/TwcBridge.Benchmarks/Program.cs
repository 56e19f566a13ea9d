using System;
using System.CommandLine;
using System.IO;
using TwcBridge.Benchmarks;
using TwcBridge.Benchmarks.Against;
using TwcBridge.Benchmarks.Micro;

RootCommand root = new("Figures of TwcBridge: what a step costs, and how the whole behaves.")
{
    new MicroCommand(),
    new SystemCommand(),
    new AgainstCommand(),
};
try
{
    InvocationConfiguration plain = new() { EnableDefaultExceptionHandler = false };
    return root.Parse(args.Length == 0 ? ["--help"] : args).Invoke(plain);
}
catch (IOException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
