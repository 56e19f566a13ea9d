using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TwcBridge.SystemTests.Rules.Il;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>
/// What an assembly takes in the format of the device, reckoned from its IL as the metadata
/// processor packs it: tokens and branches have two bytes instead of four, constants and names of
/// parameters go, records have fixed sizes (nanoCLR_Types.h of 1.x). The compiler's tables, and
/// what is used of other assemblies, count as well. The padding of the tables is left out.
/// </summary>
internal sealed record PackedSize(int Code, int Text, int Total)
{
    private const int HeaderBytes = 128;
    private const int TypeBytes = 24;
    private const int MethodBytes = 16;
    private const int FieldBytes = 8;
    private const int ReferenceBytes = 8;
    private const int AssemblyReferenceBytes = 12;
    private const int TypeSpecBytes = 4;
    private const int AttributeBytes = 8;
    private const int TableLengthBytes = 2;
    private const int HandlerBytes = 12;

    // Names that every board's own table of strings has. Of that table those that we use.
    private static readonly HashSet<string> KnownNames =
    [
        .. (".cctor .ctor Abort Add Append Arguments Array ArgumentException AutoResetEvent Byte "
            + "Check Clear Close Compare Contains Copy Dispose Duration Empty Encoding Enter "
            + "Exception Exchange Flags Flush GetBytes IndexOf InitializeArray Int32 Int64 Join "
            + "Key Load Log Max Message Monitor Next NextBytes Number Object Parse Peek Push Raise "
            + "Random Read Remove Reset RuntimeHelpers Scale Set Sign Single Source Start "
            + "StartsWith Stream String System System.Collections System.Diagnostics System.IO "
            + "System.Reflection System.Runtime.CompilerServices System.Text System.Threading "
            + "Target Thread ThreadAbortException ThreadPriority ThreadStart Time ToLower ToString "
            + "Trace Type Value ValueType Version WaitHandle WaitOne Write X Zero _count _head "
            + "_index _message _random get_Capacity get_Chars get_Count get_Flags get_Id get_Kind "
            + "get_Length get_Message get_Name get_Position get_Start get_Target get_UTF8 "
            + "get_UtcNow get_Version key mscorlib next value value__").Split(' '),
    ];

    // What the metadata processor drops.
    private static readonly string[] DroppedAttributes =
        ["System.FlagsAttribute", "System.Reflection.DefaultMemberAttribute"];

    public static PackedSize Of(IlAssembly assembly)
    {
        ModuleDefinition module = assembly.Module;
        TypeDefinition[] types =
            [.. module.GetTypes().Where(type => type.FullName != "<Module>")];
        MethodDefinition[] methods = [.. types.SelectMany(type => type.Methods)];
        FieldDefinition[] fields =
            [.. types.SelectMany(type => type.Fields).Where(field => !field.HasConstant)];
        Instruction[] code = [.. methods.Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)];
        int codeBytes = code.Sum(Bytes) + methods.Where(method => method.HasBody)
            .Sum(method => HandlersBytes(method.Body));
        int text = Bytes(Names(module, types, methods, fields).Concat(code
            .Where(at => at.OpCode.Code == Mono.Cecil.Cil.Code.Ldstr)
            .Select(at => (string)at.Operand)));
        int tables = fields.Where(field => field.InitialValue.Length > 0)
            .Sum(field => field.InitialValue.Length + TableLengthBytes);
        int records = types.Length * TypeBytes + fields.Length * FieldBytes
            + methods.Length * MethodBytes + AttributesOf(types.Cast<ICustomAttributeProvider>()
                .Concat(methods).Concat(fields)) * AttributeBytes;
        int references = module.AssemblyReferences.Count * AssemblyReferenceBytes
            + (module.GetTypeReferences().Count() + module.GetMemberReferences().Count())
                * ReferenceBytes
            + code.Select(at => at.Operand).OfType<TypeSpecification>()
                .Select(type => type.FullName).Distinct().Count() * TypeSpecBytes;
        return new PackedSize(codeBytes, text, HeaderBytes + codeBytes + text + tables + records
            + references + PackedSignatures.Bytes(module, types));
    }

    private static IEnumerable<string> Names(
        ModuleDefinition module, TypeDefinition[] types, MethodDefinition[] methods,
        FieldDefinition[] fields)
    {
        return types.Cast<MemberReference>().Concat(methods).Concat(fields)
            .Concat(module.GetTypeReferences()).Concat(module.GetMemberReferences())
            .Select(member => member.Name)
            .Concat(types.Concat(module.GetTypeReferences()).Select(type => type.Namespace))
            .Concat(module.AssemblyReferences.Select(other => other.Name))
            .Append(module.Assembly.Name.Name);
    }

    private static int AttributesOf(IEnumerable<ICustomAttributeProvider> members)
    {
        return members.SelectMany(member => member.CustomAttributes)
            .Count(found => !DroppedAttributes.Contains(found.AttributeType.FullName));
    }

    private static int HandlersBytes(MethodBody body)
    {
        return body.HasExceptionHandlers ? body.ExceptionHandlers.Count * HandlerBytes + 1 : 0;
    }

    private static int Bytes(Instruction at)
    {
        return at.OpCode.OperandType switch
        {
            OperandType.InlineSwitch =>
                at.OpCode.Size + 1 + ((Instruction[])at.Operand).Length * 2,
            OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineString or OperandType.InlineBrTarget => at.OpCode.Size + 2,
            _ => at.GetSize(),
        };
    }

    private static int Bytes(IEnumerable<string> texts)
    {
        return texts.Distinct().Where(text => !KnownNames.Contains(text))
            .Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
    }
}
