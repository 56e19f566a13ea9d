using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Running;
using TwcBridge.Config;

namespace TwcBridge.Cli.Setup;

/// <summary>The passwords of the box: of its page and interfaces, the owner's or one that is made
/// up; of its own access point, always made up. The box would make one up itself, but then its hash
/// would be of other settings than those that were written.</summary>
internal static class BoxPasswords
{
    private static readonly string Name = SettingsTable.NameOf(SettingKey.HttpPassword);

    private static readonly string AccessPointName =
        SettingsTable.NameOf(SettingKey.SetupPassword);

    public static void MakeUnlessGiven(SetupOptions options, SetupState state, Action save)
    {
        HashSet<string> given = SetupSettings.NamesIn(options.SettingsFile);
        if (!given.Contains(AccessPointName) && state.Answers.TryAdd(AccessPointName, MadeUp()))
        {
            save();
        }
        if (given.Contains(Name) || state.Answers.ContainsKey(Name))
        {
            return;
        }
        string answer = options.Prompter.Ask(new Question(
            "Password of the box (empty: one is made up)", $"--settings with {Name}")
        {
            Default = "",
            IsSecret = true,
            Fault = text => text.Length == 0 ? null : FaultOf(options, state, text),
        });
        state.Answers[Name] = answer.Length > 0 ? answer : MadeUp();
        save();
    }

    private static string? FaultOf(SetupOptions options, SetupState state, string text)
    {
        try
        {
            SetupSettings.Compose(options.SettingsFile, state.Answers, (Name, text));
            return null;
        }
        catch (RunException fault)
        {
            return fault.Message;
        }
    }

    private static string MadeUp()
    {
        return SetupPassword.From(RandomNumberGenerator.GetBytes(SetupPassword.Length));
    }
}
