namespace TwcBridge.Simulator;

internal interface IAlarmOwner
{
    public void OnAlarm(Alarm alarm);
}
