using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class AnswerWaitTests
{
    [TestMethod]
    public void Begins_with_the_slowest_answer_that_was_measured()
    {
        Assert.AreEqual(160, new AnswerWait().WaitMs);
    }

    [TestMethod]
    [DataRow(0, 160)]
    [DataRow(20, 160)]
    [DataRow(50, 160)]
    [DataRow(51, 161)]
    [DataRow(90, 280)]
    [DataRow(91, 280)]
    [DataRow(280, 280)]
    public void The_first_answer_counts_three_times_and_a_margin(int delayMs, int waitMs)
    {
        AnswerWait wait = new AnswerWait();
        wait.OnAnswered(delayMs);
        Assert.AreEqual(waitMs, wait.WaitMs);
        Assert.AreEqual(delayMs, wait.UsualMs);
    }

    [TestMethod]
    public void Comes_down_to_a_steady_delay_and_a_margin()
    {
        AnswerWait wait = new AnswerWait();
        for (int i = 0; i < 60; i++)
        {
            wait.OnAnswered(200);
        }
        Assert.IsTrue(wait.WaitMs >= 205 && wait.WaitMs <= 220, "steady " + wait.WaitMs);
        Assert.AreEqual(200, wait.UsualMs);
    }

    [TestMethod]
    public void Covers_answers_that_scatter()
    {
        AnswerWait wait = new AnswerWait();
        for (int i = 0; i < 200; i++)
        {
            wait.OnAnswered(100 + 70 * (i % 2));
            Assert.IsTrue(i < 20 || wait.WaitMs >= 170, "after " + i + ": " + wait.WaitMs);
        }
    }

    [TestMethod]
    public void Forgets_a_single_slow_answer()
    {
        AnswerWait wait = new AnswerWait();
        wait.OnAnswered(20);
        wait.OnAnswered(280);
        Assert.AreEqual(280, wait.WaitMs);
        Assert.AreEqual(52, wait.UsualMs);
        for (int i = 0; i < 40; i++)
        {
            wait.OnAnswered(20);
        }
        Assert.AreEqual(160, wait.WaitMs);
    }
}
