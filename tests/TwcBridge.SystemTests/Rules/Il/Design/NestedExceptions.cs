using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il.Design;

/// <summary>
/// Looks at three places. A finally block may not throw, catch, or call what may throw. A catch
/// block that throws in the end may not do so before. A Dispose of ours may not throw or catch.
/// </summary>
/// <remarks>
/// Heuristics. Every library call counts as one that may throw except those that
/// <see cref="Throwing"/> lists; hence `using` is refused, as its finally calls Dispose. The
/// finally of a foreach is let through: it disposes only of an enumerator that asks for it, and
/// none of the device's does.
/// </remarks>
internal sealed class NestedExceptions : IlRule
{
    private const string Disposable = "System.IDisposable";

    public override bool BindsTests => false;

    public override string Reason => "NANOFRAMEWORK 1, defect (a): a method that throws and "
        + "catches, called from a finally, from a Dispose or before a rethrow, corrupts locals or "
        + "rethrows the wrong exception. Catch in the loops' outermost handlers.";

    public override string[] Caught =>
    [
        """
        class C { void F() { try { G(); } finally { G(); } }
            void G() { if (this == null) throw new System.Exception(); } }
        """,
        """
        class C { void F() { try { G(); } finally { if (Fails()) throw new System.Exception(); } }
            void G() { } bool Fails() => false; }
        """,
        """
        class C { void F() { try { G(); } finally { try { G(); } catch { } } } void G() { } }
        """,
        """
        class C { void F() { try { G(); } catch { Trace(); throw; } } void G() { }
            void Trace() { try { G(); } catch { } } }
        """,
        """
        class C { void F(string a) { try { int.Parse(a); }
            catch (System.Exception e) { throw new System.Exception(a.Trim(), e); } } }
        """,
        "class C { void F(System.IDisposable a) { using (a) { } } }",
        """
        class C : System.IDisposable { public void Dispose() { Close(); }
            void Close() { throw new System.Exception(); } }
        """,
        """
        class C { void F() { try { G(); } finally { H(); } } void G() { }
            void H() { int.Parse("x"); } }
        """,
    ];

    public override string[] Clean =>
    [
        "class C { int _a; void F() { lock (this) { _a++; } } }",
        "class C { int _a; void F() { try { G(); } finally { _a++; } } void G() { } }",
        """
        class C { int _a; void F() { try { G(); } catch (System.Exception) { _a++; throw; } }
            void G() { } }
        """,
        "class C { void F(string a) { try { int.Parse(a); } catch { a.Trim(); } } }",
        """
        class C { void F(string a) { try { int.Parse(a); }
            catch (System.Exception e) { throw new System.Exception("a", e); } } }
        """,
        "class C { void F(System.Collections.ArrayList a) { foreach (object b in a) { } } }",
        "class C : System.IDisposable { bool _closed; public void Dispose() { _closed = true; } }",
    ];

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            return [];
        }
        IEnumerable<IlFinding> dispose =
            method.Name == "Dispose" && Throwing.ThrowsOrCatches(method)
            ? [new IlFinding(null, "a Dispose that throws or catches")] : [];
        return dispose.Concat(method.Body.ExceptionHandlers
            .SelectMany(handler => OfHandler(method.Body, handler)));
    }

    private static IEnumerable<IlFinding> OfHandler(MethodBody body, ExceptionHandler handler)
    {
        Instruction[] block = Block(handler);
        bool isCatch = handler.HandlerType is ExceptionHandlerType.Catch
            or ExceptionHandlerType.Filter;
        if (isCatch && !block.Any(Throwing.IsThrow))
        {
            return [];
        }
        string where = isCatch ? "a catch that throws in the end" : "a finally";
        bool disposesOnDemand = block.Any(at => at.OpCode.Code == Code.Isinst
            && at.Operand is TypeReference { FullName: Disposable });
        IEnumerable<IlFinding> calls = block.Where(Throwing.IsCall)
            .Where(at => !(disposesOnDemand && IsDisposal(at)) && Throwing.MayThrow(at))
            .Select(at => new IlFinding(at,
                $"{IlScan.NameOf((MethodReference)at.Operand)} in {where}"));
        IEnumerable<IlFinding> throws = isCatch ? [] : block.Where(Throwing.IsThrow)
            .Select(at => new IlFinding(at, $"throw in {where}"));
        IEnumerable<IlFinding> tries = body.ExceptionHandlers
            .Where(inner => block.Contains(inner.TryStart))
            .Select(inner => new IlFinding(inner.TryStart, $"try in {where}"));
        return calls.Concat(throws).Concat(tries);
    }

    private static bool IsDisposal(Instruction at)
    {
        return at.Operand is MethodReference { DeclaringType.FullName: Disposable };
    }

    private static Instruction[] Block(ExceptionHandler handler)
    {
        List<Instruction> block = [];
        for (Instruction? at = handler.HandlerStart; at != handler.HandlerEnd; at = at.Next)
        {
            block.Add(at);
        }
        return [.. block];
    }
}
