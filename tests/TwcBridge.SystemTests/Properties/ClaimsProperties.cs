using System.Collections.Generic;
using System.Linq;
using TwcBridge.Charging;

namespace TwcBridge.SystemTests.Properties;

/// <summary>Claims, beside a model that keeps every order ever given and looks back.</summary>
[TestClass]
public sealed class ClaimsProperties
{
    private const int Connectors = 3;

    [TestMethod]
    public void The_last_order_that_lives_holds_for_its_connector_else_the_sites_else_the_default()
    {
        Chance.Check(script =>
        {
            ChargingOptions options = new()
            {
                DefaultCentiamps = script.OneIn(2) ? script.Next(3200) : ChargingOptions.NoDefault,
                FailsafeCentiamps = script.Next(1600),
            };
            Claims claims = new(options);
            List<Order> orders = [];
            long nowMs = 0;
            while (script.HasMore)
            {
                nowMs += script.Next(3) * 500L;
                claims.OnTime(nowMs);
                Give(script, claims, orders, nowMs);
                Compare(claims, orders, options, nowMs);
            }
        });
    }

    private static void Give(Script script, Claims claims, List<Order> orders, long nowMs)
    {
        int place = script.OneIn(4) ? Claims.Site : script.Next(Connectors);
        if (script.OneIn(5))
        {
            claims.Release(place);
            orders.Add(new Order(place, null, Claims.Forever));
            return;
        }
        int centiamps = script.Next(3201);
        long endsAtMs = script.OneIn(3) ? Claims.Forever : nowMs + 500L * script.Between(1, 20);
        claims.OnCommand(place, centiamps, endsAtMs);
        orders.Add(new Order(place, centiamps, endsAtMs));
    }

    private static void Compare(
        Claims claims, List<Order> orders, ChargingOptions options, long nowMs)
    {
        Order? site = InForce(orders, Claims.Site, nowMs);
        for (int i = 0; i < Connectors; i++)
        {
            Order? order = InForce(orders, i, nowMs) ?? site;
            bool hasDefault = options.DefaultCentiamps != ChargingOptions.NoDefault;
            int otherwise = hasDefault ? options.DefaultCentiamps : options.FailsafeCentiamps;
            Assert.AreEqual(order?.Centiamps ?? otherwise, claims.CentiampsOf(i), $"{i}");
            ClaimSource source = order != null ? ClaimSource.Command
                : hasDefault ? ClaimSource.Default : ClaimSource.Failsafe;
            Assert.AreEqual(source, claims.SourceOf(i));
            long left = order == null || order.EndsAtMs == Claims.Forever
                ? -1
                : order.EndsAtMs - nowMs;
            Assert.AreEqual(left, claims.LeaseLeftMs(i, nowMs));
        }
        long[] ends = Enumerable.Range(0, Connectors).Append(Claims.Site)
            .Select(place => InForce(orders, place, nowMs)?.EndsAtMs ?? Claims.Forever).ToArray();
        Assert.AreEqual(ends.Min(), claims.DueAtMs);
    }

    // An order ends for good: what it replaced does not come back.
    private static Order? InForce(List<Order> orders, int place, long nowMs)
    {
        Order? last = orders.LastOrDefault(order => order.Place == place);
        return last?.Centiamps == null || nowMs >= last.EndsAtMs ? null : last;
    }

    private sealed record Order(int Place, int? Centiamps, long EndsAtMs);
}
