using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TwcBridge.SystemTests.Rules.Il;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>
/// What an assembly takes in the format of the device, reckoned from its IL: tokens and branches
/// have two bytes instead of four, constants and parameter names go, records have fixed sizes
/// (nanoCLR_Types.h of 1.x). Signatures, which are shared, and attributes
/// are guessed, so it is an estimate.
/// </summary>
internal sealed record PackedSize(int Code, int Text, int Total)
{
    private const int HeaderBytes = 128;
    private const int TypeBytes = 24;
    private const int MethodBytes = 16;
    private const int FieldBytes = 8;
    private const int SignatureBytes = 2;
    private const int HandlerBytes = 12;

    public static PackedSize Of(IlAssembly assembly)
    {
        TypeDefinition[] types = [.. assembly.Types];
        MethodDefinition[] methods = [.. types.SelectMany(type => type.Methods)];
        FieldDefinition[] fields =
            [.. types.SelectMany(type => type.Fields).Where(field => !field.HasConstant)];
        MethodBody[] bodies =
            [.. methods.Where(method => method.HasBody).Select(method => method.Body)];
        int code = bodies.Sum(CodeBytes);
        int text = Bytes(types.Select(type => type.Namespace)
            .Concat(types.Cast<MemberReference>().Concat(methods).Concat(fields)
                .Select(member => member.Name))
            .Concat(bodies.SelectMany(body => body.Instructions)
                .Where(at => at.OpCode.Code == Mono.Cecil.Cil.Code.Ldstr)
                .Select(at => (string)at.Operand)));
        int tables = assembly.Module.GetTypes().SelectMany(type => type.Fields)
            .Sum(field => field.InitialValue.Length);
        int records = types.Length * TypeBytes + fields.Length * (FieldBytes + SignatureBytes)
            + methods.Length * (MethodBytes + SignatureBytes);
        return new PackedSize(code, text, HeaderBytes + code + text + tables + records);
    }

    private static int CodeBytes(MethodBody body)
    {
        return body.Instructions.Sum(Bytes) + body.ExceptionHandlers.Count * HandlerBytes;
    }

    private static int Bytes(Instruction at)
    {
        return at.OpCode.OperandType switch
        {
            OperandType.InlineSwitch =>
                at.OpCode.Size + 1 + ((Instruction[])at.Operand).Length * 2,
            OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok or OperandType.InlineString or OperandType.InlineBrTarget
                => at.OpCode.Size + 2,
            _ => at.GetSize(),
        };
    }

    private static int Bytes(IEnumerable<string> texts)
    {
        return texts.Distinct().Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
    }
}
