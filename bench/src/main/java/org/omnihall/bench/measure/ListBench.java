package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omnihall.bench.demo.RunningHall;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console's lists over a million rows each: first page, a page in the middle, and every filter, through the web door. */
final class ListBench {

    private static final long LIMIT_MILLIS = 200;
    private static final int TIMES = 7;
    private static final int WARM = 3;

    private ListBench() {}

    static void run(RunningHall hall, Figures figures) throws IOException, InterruptedException {
        hall.city().register();
        Instant now = Clock.systemUTC().instant();
        long begin = System.nanoTime();
        new FullTables(hall.bean(JdbcClient.class), now).fill();
        figures.add("rows in each list (online: " + FullTables.ONLINE + ")", "%,d".formatted(FullTables.ROWS));
        figures.add(
                "filled in",
                "%d s".formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
        ConsoleDoor door = new ConsoleDoor(hall);
        int over = 0;
        for (Map.Entry<String, String> page : pages(now).entrySet()) {
            over += measure(door, page.getKey(), page.getValue(), figures) ? 0 : 1;
        }
        figures.add("over the limit of " + LIMIT_MILLIS + " ms", Integer.toString(over));
    }

    private static boolean measure(ConsoleDoor door, String name, String path, Figures figures)
            throws IOException, InterruptedException {
        long[] taken = new long[TIMES];
        for (int i = -WARM; i < TIMES; i++) {
            long begin = System.nanoTime();
            door.get(path);
            if (i >= 0) {
                taken[i] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(taken);
        long worst = Duration.ofNanos(taken[TIMES - 1]).toMillis();
        boolean good = worst <= LIMIT_MILLIS;
        System.err.println(name + ": worst " + worst + " ms");
        figures.add(
                name,
                "%d ms, worst %d ms%s"
                        .formatted(Duration.ofNanos(taken[TIMES / 2]).toMillis(), worst, good ? "" : " **over**"));
        return good;
    }

    private static Map<String, String> pages(Instant now) {
        String middle = Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(Duration.ofDays(15))));
        String uuid = "80000000-0000-0000-0000-000000000000";
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String days = "from=" + day.minusDays(20) + "T00:00&until=" + day.minusDays(19) + "T00:00";
        Map<String, String> pages = new LinkedHashMap<>();
        for (String list : new String[] {"online", "sessions"}) {
            pages.put(list + ": first page", "/" + list);
            pages.put(list + ": in the middle", "/" + list + "?trail=" + cursor(middle, uuid));
            pages.put(list + ": a number", "/" + list + "?who=13857012345");
            pages.put(list + ": a number nobody has", "/" + list + "?who=13857999999");
            pages.put(list + ": beginning of a user name", "/" + list + "?who=138570");
            pages.put(list + ": a MAC", "/" + list + "?mac=00-17-48-76-e8-64");
            pages.put(list + ": a controller", "/" + list + "?controller=AC-NB-TY-03");
            pages.put(list + ": a venue", "/" + list + "?venue=" + encoded("宁波天一广场"));
            pages.put(list + ": an SSID that few used", "/" + list + "?ssid=CMCC-EDU");
            pages.put(list + ": an SSID that nobody used", "/" + list + "?ssid=none");
        }
        pages.put("sessions: one day", "/sessions?" + days);
        pages.put("sessions: one day and a rare SSID", "/sessions?ssid=CMCC-EDU&" + days);
        pages.put("messages: first page", "/messages");
        pages.put("messages: in the middle", "/messages?trail=" + cursor(middle, uuid));
        pages.put("messages: a number", "/messages?number=13857012345");
        pages.put("messages: a rare state", "/messages?state=FAILED");
        pages.put("messages: a state that none has", "/messages?state=EXPIRED");
        pages.put("messages: a number and a state", "/messages?number=13857012345&state=FAILED");
        pages.put("accounts: first page", "/accounts");
        pages.put("accounts: in the middle", "/accounts?trail=" + cursor("user0500000@fixed"));
        pages.put("accounts: beginning of a name", "/accounts?name=user09");
        pages.put("accounts: a rare standing", "/accounts?standing=SUSPENDED");
        pages.put("accounts: a name that nobody has", "/accounts?name=zz");
        pages.put("audit: first page", "/audit");
        pages.put("audit: in the middle", "/audit?trail=" + cursor(middle, "500000"));
        pages.put("audit: an actor", "/audit?actor=staff7");
        pages.put("audit: an act", "/audit?act=session.end");
        pages.put("audit: an act that nobody did", "/audit?act=nothing.done");
        pages.put("audit: an actor and an act of nobody", "/audit?actor=staff7&act=nothing.done");
        pages.put("audit: a subject", "/audit?subject=subscriber:12345");
        pages.put("audit: one day", "/audit?" + days);
        pages.put("ported numbers: first page", "/ported-numbers");
        pages.put("ported numbers: in the middle", "/ported-numbers?trail=" + cursor("500000"));
        pages.put("ported numbers: a number", "/ported-numbers?number=13900012345");
        pages.put("ported numbers: an operator", "/ported-numbers?operator=CHINA_TELECOM");
        pages.put("ported numbers: an operator with none", "/ported-numbers?operator=CHINA_BROADNET");
        pages.put("number lists: first page", "/number-list");
        pages.put("number lists: a number", "/number-list?number=13910012345");
        pages.put("number lists: a rare list", "/number-list?list=ALLOW");
        pages.put("funnel: today", "/funnel");
        pages.put("funnel: one day", "/funnel?" + days);
        pages.put("controllers", "/controllers");
        pages.put("venues", "/venues");
        pages.put("dashboard", "/dashboard");
        return pages;
    }

    /** A list's place, as the console's addresses carry it. */
    private static String cursor(String... fields) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001f", fields).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
