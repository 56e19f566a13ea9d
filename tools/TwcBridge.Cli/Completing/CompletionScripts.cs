using System.Collections.Generic;

namespace TwcBridge.Cli.Completing;

/// <summary>What a shell runs so that it asks the program itself, which knows its commands and
/// options best. Where it proposes nothing, the shell proposes files.</summary>
internal static class CompletionScripts
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # twcbridge: put this into ~/.bashrc:  source <(twcbridge completion bash)
            _twcbridge() {
                local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
                COMPREPLY=($(compgen -W \
                    "$(twcbridge "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
            }
            complete -o default -F _twcbridge twcbridge
            """,
        ["zsh"] = """
            # twcbridge: put this into ~/.zshrc, behind compinit:
            #   source <(twcbridge completion zsh)
            _twcbridge() {
                local -a found
                found=("${(@f)$(twcbridge "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                if (( ${#found} )) && [[ -n "${found[1]}" ]]; then
                    compadd -- "${found[@]}"
                else
                    _files
                fi
            }
            compdef _twcbridge twcbridge
            """,
        ["fish"] = """
            # twcbridge: put this into ~/.config/fish/completions/twcbridge.fish
            function __twcbridge_complete
                set -l line (commandline -cp)
                twcbridge "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
            end
            complete -c twcbridge -a '(__twcbridge_complete)'
            """,
        ["pwsh"] = """
            # twcbridge: put this into $PROFILE:
            #   twcbridge completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName twcbridge -ScriptBlock {
                param($word, $line, $position)
                twcbridge "[suggest:$position]" "$line" 2>$null |
                    Where-Object { $_ -like "$word*" } |
                    ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new(
                            $_, $_, 'ParameterValue', $_)
                    }
            }
            """,
    };

    public static IReadOnlyCollection<string> Shells => Scripts.Keys;

    public static string For(string shell)
    {
        return Scripts[shell];
    }
}
