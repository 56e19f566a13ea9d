namespace TwcBridge.Http;

/// <summary>The page of the first set-up: small enough for one piece of an answer, and without
/// anything from elsewhere, for there is no elsewhere on the box's own network.</summary>
public static class SetupPage
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public const string Text =
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
        + "<title>TwcBridge set-up</title>\n"
        + "<style>body{font:1em sans-serif;max-width:22em;margin:1em auto}"
        + "label,input,button{display:block;width:100%;margin:.4em 0}</style>\n"
        + "<h1>Set-up</h1>\n<form id=\"f\">\n"
        + "<label>Wi-Fi<input name=\"wifi_ssid\" required></label>\n"
        + "<label>Password<input name=\"wifi_password\" type=\"password\"></label>\n"
        + "<label>Breaker times 0.8, A<input name=\"site_limit_amps\" type=\"number\" "
        + "min=\"6\" max=\"80\"></label>\n"
        + "<label>MQTT broker<input name=\"mqtt_host\"></label>\n"
        + "<label>User<input name=\"mqtt_user\"></label>\n"
        + "<label>Password<input name=\"mqtt_password\" type=\"password\"></label>\n"
        + "<button>Save</button>\n</form>\n<p id=\"m\"></p>\n"
        + "<script>f.onsubmit=async e=>{e.preventDefault();let o={};"
        + "for(let i of f.elements)if(i.value)o[i.name]=i.type==='number'?+i.value:i.value;"
        + "let r=await fetch('/api/v1/setup',{method:'PUT',"
        + "headers:{'Content-Type':'application/json'},body:JSON.stringify(o)});"
        + "let a=await r.json();"
        + "m.textContent=r.ok?'Saved. The box restarts.':a.message+' ('+a.field+')'}</script>\n";
}
