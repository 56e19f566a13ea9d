using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules;

/// <summary>Firmware must compile against what the device has, and nothing else may.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RefereeTests
{
    public static IEnumerable<object[]> Projects =>
        DeviceBuild.All.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void Compiles_against_the_libraries_of_the_device(string project)
    {
        Expect.Nothing(DeviceBuild.Assembly(project).Errors);
    }

    [TestMethod]
    [DataRow("list", "CS0234", "System.Collections.Generic.List<int> F() => null;")]
    [DataRow("LINQ", "CS0234", "int F(int[] a) => System.Linq.Enumerable.Count(a);")]
    [DataRow("span", "CS0234", "System.Span<byte> F(byte[] a) => a;")]
    [DataRow("async", "CS0518", "async void F() { }")]
    [DataRow("task", "CS0234", "System.Threading.Tasks.Task F() => null;")]
    [DataRow("nullable", "CS0518", "int? F() => null;")]
    [DataRow("conditional access", "CS0518", "int F(string a) => a?.Length ?? 0;")]
    [DataRow("string.Join", "CS0117", "string F(string[] a) => string.Join(\",\", a);")]
    [DataRow("string.Replace", "CS1061", "string F(string a) => a.Replace(\"a\", \"b\");")]
    [DataRow("char.IsDigit", "CS0117", "bool F(char a) => char.IsDigit(a);")]
    [DataRow("Array.Sort", "CS0117", "void F(int[] a) => System.Array.Sort(a);")]
    [DataRow("Array.Reverse", "CS0117", "void F(int[] a) => System.Array.Reverse(a, 0, 1);")]
    [DataRow("Buffer.BlockCopy", "CS0234",
        "void F(int[] a) => System.Buffer.BlockCopy(a, 0, a, 0, 1);")]
    [DataRow("Enum.Parse", "CS0117",
        "object F() => System.Enum.Parse(typeof(System.DayOfWeek), \"x\");")]
    [DataRow("tuple", "CS8179", "(int, int) F() => (1, 2);")]
    [DataRow("record", "CS0518", "public record R(int A);")]
    [DataRow("record struct", "CS0518", "public record struct R(int A);")]
    [DataRow("anonymous type", "CS0656", "object F() => new { A = 1 };")]
    [DataRow("required member", "CS8936", "public required int A;")]
    [DataRow("volatile", "CS0518", "volatile int _a; int F() => _a;")]
    [DataRow("thread static", "CS0234", "[System.ThreadStatic] static int _a = 1;")]
    [DataRow("decimal", "CS0518", "decimal F() => 1;")]
    [DataRow("range", "CS0518", "int[] F(int[] a) => a[1..2];")]
    [DataRow("index from the end", "CS0518", "int F(int[] a) => a[^1];")]
    [DataRow("yield", "CS0518", "System.Collections.IEnumerable F() { yield return 1; }")]
    [DataRow("u8 literal", "CS8936", "object F() => \"a\"u8;")]
    [DataRow("dynamic", "CS1980", "dynamic F() => null;")]
    [DataRow("division by zero", "CS0234", "object F() => new System.DivideByZeroException();")]
    [DataRow("constructor nobody listed", "CS1729", "object F() => new System.DBNull();")]
    [DataRow("obsolete member", "CS0612",
        "void F() => nanoFramework.TestFramework.Assert.True(true);")]
    [DataRow("unassigned struct", "CS0165", "long F() { System.TimeSpan a; return a.Ticks; }")]
    public void Refuses_what_the_device_does_not_have(string what, string id, string member)
    {
        string[] errors = DeviceCompiler.CompileSample($"class C {{ {member} }}").Errors;
        Assert.Contains(error => error.Contains($" {id}: "), errors, what);
    }

    [TestMethod]
    [DataRow("pattern", "bool F(object a) => a is string { Length: > 3 };")]
    [DataRow("switch expression", "int F(int a) => a switch { 1 => 2, _ => 3 };")]
    [DataRow("string switch", """
        int F(string a)
        {
            switch (a)
            {
                case "a": case "b": case "c": case "d": case "e": case "f": case "g": return 1;
                default: return 0;
            }
        }
        """)]
    [DataRow("interpolation", "string F(int a, string b) => $\"{a:X2} {b}\";")]
    [DataRow("lock and using", "void F(System.IDisposable a) { lock (this) using (a) { } }")]
    [DataRow("table", "static readonly byte[] T = { 1, 2, 3, 4, 5 }; int F() => T[1];")]
    [DataRow("delegate", "System.Action F() { int a = 1; return () => a++; }")]
    [DataRow("event", "event System.EventHandler E; void F() => E?.Invoke(this, null);")]
    [DataRow("init", "int A { get; init; }")]
    [DataRow("foreach", "void F(System.Collections.ArrayList a) { foreach (object b in a) { } }")]
    [DataRow("default argument", "int F() => System.Convert.ToInt32(\"12\");")]
    [DataRow("params", "string F() => string.Format(\"{0}{1}\", \"a\", \"b\");")]
    [DataRow("out and ref", """
        int _a;
        bool F(string s) => int.TryParse(s, out _a);
        int G() => System.Threading.Interlocked.Increment(ref _a);
        """)]
    [DataRow("operator", "bool F(System.TimeSpan a) => a + a > System.TimeSpan.Zero;")]
    [DataRow("indexers", "char F(string a, System.Collections.IList b) => (char)b[a[0]];")]
    [DataRow("nested type", "bool F(System.IO.IOException a) => "
        + "a.ErrorCode == System.IO.IOException.IOExceptionErrorCode.PathTooLong;")]
    [DataRow("explicit implementation", "object F(int[] a) => ((System.Collections.IList)a)[0];")]
    public void Accepts_what_the_device_has(string what, string member)
    {
        Assert.IsNotEmpty(what);
        Expect.Nothing(DeviceCompiler.CompileSample($"class C {{ {member} }}").Errors);
    }

    [TestMethod]
    public void One_line_fewer_in_a_listing_fails_the_file_that_needs_it()
    {
        SourceFile needs = new("Needs.cs", "class A { void F(int[] a) { a.CopyTo(a, 0); } }");
        SourceFile spares = new("Spares.cs", "class B { object F(int[] a) => a.Clone(); }");
        ApiListing whole = ApiLibrary.Device.Listings["mscorlib"];
        ApiListing cut = whole.Without("M:System.Array.CopyTo(System.Array,System.Int32)");

        Expect.Nothing(Errors(whole));
        Assert.StartsWith("Needs.cs(1): CS1061", Assert.ContainsSingle(Errors(cut)));

        string[] Errors(ApiListing listing)
        {
            MetadataReference library = new ApiLibrary([listing]).Reference(listing.Name);
            return DeviceCompiler.Compile("Sample", [needs, spares], [library],
                DeviceCompiler.Options(isProgram: false)).Errors;
        }
    }
}
