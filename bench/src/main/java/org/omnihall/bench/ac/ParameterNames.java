package org.omnihall.bench.ac;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnihall.octets.MacAddress;

/** How each vendor's device names what it tells in the redirect (docs/protocols/portal.md). */
public record ParameterNames(
        String userIp,
        String name,
        String address,
        String ssid,
        String userMac,
        String apMac,
        String firstUrl,
        String macDelimiter) {

    public static final ParameterNames CMCC = new ParameterNames(
            "wlanuserip", "wlanacname", "wlanacip", "ssid", "wlanusermac", "wlanapmac", "wlanuserfirsturl", "-");
    public static final ParameterNames HUAWEI =
            new ParameterNames("userip", "ac-name", "ac-ip", "ssid", "usermac", "ap-mac", "userurl", "-");
    public static final ParameterNames H3C =
            new ParameterNames("userip", "nas_id", "basip", "ssid", "usermac", "apmac", "userurl", "-");
    public static final ParameterNames RUIJIE =
            new ParameterNames("wlanuserip", "wlanacname", "nasip", "ssid", "mac", "apmac", "url", "");

    /** What a device knows about a client that it sends away. */
    record Facts(
            InetAddress user,
            String controllerName,
            InetAddress controller,
            String ssid,
            MacAddress mac,
            MacAddress accessPoint,
            String firstUrl) {}

    URI redirect(URI landing, Facts facts) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(userIp, facts.user().getHostAddress());
        query.put(name, facts.controllerName());
        query.put(address, facts.controller().getHostAddress());
        query.put(ssid, facts.ssid());
        query.put(userMac, mac(facts.mac()));
        query.put(apMac, mac(facts.accessPoint()));
        query.put(firstUrl, facts.firstUrl());
        String parameters = query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(landing + "?" + parameters);
    }

    private String mac(MacAddress mac) {
        return mac.toString().replace(":", macDelimiter).toUpperCase(Locale.ROOT);
    }
}
