using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Messages;

[TestClass]
public class ChargerStateTests
{
    // PROTOCOL 3.2: 05 is passing, 06, 07 and 09 repeat the order; all others tell of the car.
    [TestMethod]
    public void Takes_echoes_and_busy_for_no_state_of_the_car()
    {
        for (int state = 0; state <= 0x0F; state++)
        {
            bool passing = state == 5 || state == 6 || state == 7 || state == 9;
            Assert.AreEqual(!passing, ChargerState.IsReal(state), "state " + state);
        }
    }
}
