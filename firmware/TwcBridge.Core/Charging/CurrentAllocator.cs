namespace TwcBridge.Charging;

/// <summary>
/// Divides the current among the connectors. First what cannot be refused, then the minimum for
/// each active one by priority and in turn, then equal shares up to their caps. When all of these
/// have something, the rest is offered ahead to the idle ones, so that a car that arrives need not
/// wait. Never splits below the minimum: who does not fit is paused. A pure function of the round.
/// </summary>
public static class CurrentAllocator
{
    private const int WholeAmp = 100;
    private const int None = -1;

    public static void Allocate(AllocationRound round)
    {
        round.IsShort = false;
        Arrange(round);
        int hard = round.HardCentiamps;
        hard -= GiveFloors(round, true, hard);
        hard -= GiveFloors(round, false, hard);
        int given = round.HardCentiamps - hard;
        hard -= round.ReservedCentiamps;
        int free = round.SoftCentiamps - given;
        free = free < hard ? free : hard;
        free -= GiveMinima(round, true, free);
        free -= Share(round, true, free);
        if (!round.IsShort)
        {
            free -= GiveMinima(round, false, free);
            Share(round, false, free);
        }
        MakeRoom(round);
    }

    // Who is given 0 may take its minimum for a while. The others give what they have beyond
    // theirs, the one with the most first.
    private static void MakeRoom(AllocationRound round)
    {
        int room = round.HardCentiamps - round.ReservedCentiamps;
        int over = -(round.SoftCentiamps < room ? round.SoftCentiamps : room);
        for (int i = 0; i < round.Count; i++)
        {
            int offer = round.OfferCentiamps[i];
            over += offer == 0 && round.IsServed[i] ? round.PauseCentiamps[i] : offer;
        }
        int most = MostBeyondMinimum(round);
        while (over > 0 && most != None)
        {
            round.OfferCentiamps[most] -= WholeAmp;
            over -= WholeAmp;
            most = MostBeyondMinimum(round);
        }
    }

    private static int MostBeyondMinimum(AllocationRound round)
    {
        int most = None;
        for (int i = 0; i < round.Count; i++)
        {
            bool isBeyond = round.OfferCentiamps[i] >= round.MinCentiamps[i] + WholeAmp;
            bool isMore = most == None || round.OfferCentiamps[i] > round.OfferCentiamps[most];
            most = isBeyond && isMore ? i : most;
        }
        return most;
    }

    // By priority, among equals by turn.
    private static void Arrange(AllocationRound round)
    {
        for (int turn = 0; turn < round.Count; turn++)
        {
            int next = (round.FirstTurn + turn) % round.Count;
            int at = turn;
            while (at > 0 && round.Priority[round.Order[at - 1]] < round.Priority[next])
            {
                round.Order[at] = round.Order[at - 1];
                at--;
            }
            round.Order[at] = next;
        }
    }

    // Who draws its floor whatever we say is served while the limit carries it, the active first.
    private static int GiveFloors(AllocationRound round, bool active, int free)
    {
        int given = 0;
        for (int turn = 0; turn < round.Count; turn++)
        {
            int i = round.Order[turn];
            if (round.IsActive[i] != active)
            {
                continue;
            }
            int floor = round.IsPresent[i] ? round.FloorCentiamps[i] : 0;
            round.IsServed[i] = round.IsPresent[i] && given + floor <= free;
            round.OfferCentiamps[i] = round.IsServed[i] ? floor : 0;
            round.IsShort |= round.IsPresent[i] && !round.IsServed[i];
            given += round.OfferCentiamps[i];
        }
        return given;
    }

    private static int GiveMinima(AllocationRound round, bool active, int free)
    {
        int given = 0;
        for (int turn = 0; turn < round.Count; turn++)
        {
            int i = round.Order[turn];
            int need = round.MinCentiamps[i] - round.OfferCentiamps[i];
            if (round.IsActive[i] != active || !round.IsServed[i]
                || round.CapCentiamps[i] < round.MinCentiamps[i] || need <= 0)
            {
                continue;
            }
            if (given + need > free)
            {
                round.IsShort |= active;
                continue;
            }
            round.OfferCentiamps[i] += need;
            given += need;
        }
        return given;
    }

    // Equal shares in whole amps: level after level, until the amps or the caps are used up.
    private static int Share(AllocationRound round, bool active, int free)
    {
        int given = 0;
        while (free - given >= WholeAmp)
        {
            int takers = CountTakers(round, active);
            if (takers == 0)
            {
                break;
            }
            int step = (free - given) / takers / WholeAmp * WholeAmp;
            given += Raise(round, active, step < WholeAmp ? WholeAmp : step, free - given);
        }
        return given;
    }

    private static int Raise(AllocationRound round, bool active, int step, int free)
    {
        int given = 0;
        for (int turn = 0; turn < round.Count; turn++)
        {
            int i = round.Order[turn];
            if (!IsTaker(round, i, active) || given + WholeAmp > free)
            {
                continue;
            }
            int room = RoomOf(round, i);
            int more = step < room ? step : room;
            round.OfferCentiamps[i] += more;
            given += more;
        }
        return given;
    }

    private static int CountTakers(AllocationRound round, bool active)
    {
        int takers = 0;
        for (int i = 0; i < round.Count; i++)
        {
            takers += IsTaker(round, i, active) ? 1 : 0;
        }
        return takers;
    }

    private static bool IsTaker(AllocationRound round, int i, bool active)
    {
        return round.IsServed[i] && round.IsActive[i] == active
            && round.OfferCentiamps[i] >= round.MinCentiamps[i]
            && RoomOf(round, i) >= WholeAmp;
    }

    private static int RoomOf(AllocationRound round, int i)
    {
        return (round.CapCentiamps[i] - round.OfferCentiamps[i]) / WholeAmp * WholeAmp;
    }
}
