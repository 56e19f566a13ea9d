using System;
using System.IO;

namespace TwcBridge.NanoffStandIn;

/// <summary>
/// Stands in for nanoff where there is neither nanoff nor a board: it takes the same command lines,
/// prints what nanoff prints, ends with its codes, remembers what was "written", and fails where
/// the plan says so. Written from nanoff's sources and from output that its users have published;
/// it has never been compared with nanoff itself.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        string folder = Environment.GetEnvironmentVariable("STANDIN_FOLDER")!;
        Bench bench = new(folder, Environment.GetEnvironmentVariable("STANDIN_PLAN") ?? "");
        string purpose = CommandLine.PurposeOf(args);
        bench.Note(args);
        Console.Write($".NET nanoFramework Firmware Flasher v{bench.Version}+9f97ac82d9\n"
            + "Copyright (C) 2019 .NET Foundation and nanoFramework project contributors\n\n");
        if (CommandLine.FaultOf(args) is string fault)
        {
            return Fail(9000, args, $"Invalid or missing arguments. ({fault})");
        }
        string plan = bench.PlanFor(purpose);
        if (plan.StartsWith('E'))
        {
            return Fail(int.Parse(plan[1..]), args, "Imitated failure.");
        }
        return Perform(purpose, plan, args, bench);
    }

    private static int Perform(string purpose, string plan, string[] args, Bench bench)
    {
        if (plan == "hang")
        {
            bench.Write("hanging", purpose);
            new System.Threading.ManualResetEvent(false).WaitOne();
        }
        switch (purpose)
        {
            case "ports":
                return Told(Answers.Ports(plan));
            case "chip":
                return Told(Answers.Chip(plan));
            case "clr":
                bench.Write("clr", CommandLine.ValueOf(args, "--target"));
                bench.Delete("application");
                return 0;
            case "details":
                return bench.Read("clr") is string target
                    ? Told(Answers.Details(target, bench.Read("application") ?? "", plan))
                    : Fail(2001, args, "Couldn't connect to specified nano device.");
            case "deploy":
                return Deploy(plan, CommandLine.ValueOf(args, "--image"), args, bench);
            case "files":
                return Files(plan, CommandLine.ValueOf(args, "--filedeployment"), bench);
            default:
                File.WriteAllText(Path.Combine(CommandLine.ValueOf(args, "--backuppath"),
                    CommandLine.ValueOf(args, "--backupfile")), "flash");
                return plan == "nothing"
                    ? Emptied(CommandLine.ValueOf(args, "--backuppath"),
                        CommandLine.ValueOf(args, "--backupfile"))
                    : 0;
        }
    }

    private static int Deploy(string plan, string image, string[] args, Bench bench)
    {
        if (!File.Exists(image))
        {
            return Fail(2002, args, "Couldn't find the deployment file at the specified path.");
        }
        if (plan == "silent")
        {
            return Told("Deploying managed application...FAILED!\n");
        }
        bench.Write("application",
            plan == "partly" ? "mscorlib\n" : File.ReadAllText(image + ".names"));
        return Told("Getting details from nano device...OK\nDeploying managed application...OK\n");
    }

    private static int Files(string plan, string list, Bench bench)
    {
        (string source, string target) = DeploymentList.Read(list);
        if (plan == "silent")
        {
            return Told($"Deploying file {source} to {target}...\n"
                + $"Error deploying content file {source} to {target}\n");
        }
        bench.Write("settings", File.ReadAllText(source));
        return Told($"Deploying file {source} to {target}...OK\n\n"
            + "No operation was performed with the options supplied.\n");
    }

    private static int Emptied(string folder, string file)
    {
        File.Delete(Path.Combine(folder, file));
        return 0;
    }

    private static int Told(string text)
    {
        Console.Write(text);
        return 0;
    }

    // With less to say nanoff leaves its words out.
    private static int Fail(int code, string[] args, string words)
    {
        bool isBrief = CommandLine.ValueOf(args, "-v") == "m";
        Console.WriteLine(isBrief ? $"E{code}" : $"Error E{code}: {words}");
        return code;
    }
}
