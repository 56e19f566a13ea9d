using System;
using System.Security.Cryptography;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Running;
using TwcBridge.Config;

namespace TwcBridge.Cli.Setup;

/// <summary>The password of the box's page and interfaces: the owner's, or one that is made up.
/// </summary>
internal static class AdminPassword
{
    private static readonly string Name = SettingsTable.NameOf(SettingKey.HttpPassword);

    public static void MakeUnlessGiven(SetupOptions options, SetupState state, Action save)
    {
        if (state.Answers.ContainsKey(Name)
            || SetupSettings.NamesIn(options.SettingsFile).Contains(Name))
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
