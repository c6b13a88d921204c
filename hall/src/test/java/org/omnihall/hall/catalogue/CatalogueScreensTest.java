package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue on screens: offerings through their life, businesses, the six types and their table. */
@HallTest
@Import(CatalogueScreensTest.Steps.class)
class CatalogueScreensTest {

    static class Steps {
        @Bean
        FulfilmentSteps wlanSteps() {
            return () -> Set.of("wlan");
        }
    }

    private final int port;
    private final JdbcClient db;
    private final Offerings offerings;
    private final Businesses businesses;
    private final Permissions permissions;
    private final Languages languages;

    @Autowired
    CatalogueScreensTest(
            @LocalServerPort int port,
            JdbcClient db,
            Offerings offerings,
            Businesses businesses,
            Permissions permissions,
            Languages languages) {
        this.port = port;
        this.db = db;
        this.offerings = offerings;
        this.businesses = businesses;
        this.permissions = permissions;
        this.languages = languages;
    }

    @Test
    void leadsAnOfferingFromItsFormToItsRetirement() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "catalogue-admin", "administrator", "/");
        assertThat(admin.get("/offerings/new?lang=en").body()).contains("Add offering", "wlan");
        assertThat(offer(admin, "shop-wifi", "most", "0").body()).contains("is-invalid");
        assertThat(location(offer(admin, "shop-wifi"))).startsWith("/offerings/shop-wifi");
        offer(admin, "shop-wifi-2");
        String page = "/offerings/shop-wifi";
        assertThat(said(admin, page, page + "/state", "state", "LAUNCH"))
                .contains("It cannot be published", "no price is in force");
        assertThat(said(admin, page, page + "/prices", "kind", "MONTHLY", "amount", "99.00"))
                .contains("99.00");
        assertThat(said(admin, page, page + "/prices", "kind", "MONTHLY", "amount", "129", "from", "2099-01-01T00:00"))
                .contains("129.00", "2099-01-01", "Planned");
        assertThat(said(admin, page, page + "/prices", "kind", "USAGE", "amount", "0.05"))
                .contains("Please fill this in");
        assertThat(said(admin, page, page + "/prices", "kind", "USAGE", "amount", "0.05", "unit", "SMS"))
                .contains("SMS");
        said(admin, page, page + "/asked", "code", "ssid", "name", "无线名称", "type", "TEXT", "required", "true");
        assertThat(said(admin, page, page + "/asked", "code", "Bad Code", "name", "x", "type", "TEXT"))
                .contains("Code, name, type or choices are not right");
        assertThat(offerings.find("shop-wifi").orElseThrow().asked())
                .extracting(Characteristic::code)
                .containsExactly("ssid");
        assertThat(said(admin, page, page + "/state", "state", "LAUNCH"))
                .contains("Launch")
                .doesNotContain("It cannot be published, because");
        assertThat(admin.post(page, fields("least", "2")).body()).contains("Its state does not allow this");
        assertThat(location(admin.post(page, fields("name", "门店无线")))).startsWith(page);
        admin.get(page);
        String other = "/offerings/shop-wifi-2";
        said(admin, other, other + "/prices", "kind", "MONTHLY", "amount", "1");
        said(admin, other, other + "/state", "state", "LAUNCH");
        assertThat(said(admin, page, page + "/state", "state", "RETIRED")).contains("Say with which offering");
        assertThat(said(admin, page, page + "/state", "state", "RETIRED", "migrateTo", "shop-wifi-2"))
                .contains("Retired", "shop-wifi-2")
                .doesNotContain(page + "/state", page + "/edit");
        assertThat(admin.get("/offerings?state=RETIRED").body())
                .contains("shop-wifi")
                .doesNotContain("shop-wifi-2");
        assertThat(admin.get("/offerings?text=%E9%97%A8%E5%BA%97%E6%97%A0").body())
                .contains("/offerings/shop-wifi\"");
    }

    @Test
    void showsWhatABundleSaves() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "catalogue-bundle", "administrator", "/");
        offer(admin, "single");
        said(admin, "/offerings/single", "/offerings/single/prices", "kind", "MONTHLY", "amount", "100");
        offer(admin, "pair", "parts", "single*2", "discount", "12.5", "plan", "", "trialDays", "");
        assertThat(admin.get("/offerings/pair?lang=en").body())
                .contains("175.00", "instead of 200.00", "less 12.5%", "this part is not sold");
        assertThat(admin.get("/offerings/single").body()).contains("/offerings/pair");
        assertThat(offer(admin, "bad-pair", "parts", "single**2").body()).contains("This cannot be read");
    }

    @Test
    void drawsTheMapAndKeepsSensitiveBusinessIn() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "types-admin", "administrator", "/");
        String types = "/business-types";
        assertThat(admin.get(types + "?lang=en").body())
                .contains("h-map-sensitive", "Change of holder", "0–33", "67–100", "Here only");
        assertThat(said(
                        admin,
                        types,
                        types + "/steering",
                        "type",
                        "SENSITIVE",
                        "channelClass",
                        "ELECTRONIC",
                        "steering",
                        "ALLOWED"))
                .contains("Sensitive business never leaves the own stores");
        said(admin, types, types + "/steering", "type", "SALES", "channelClass", "ACCOUNT_MANAGER", "steering", "PUSH");
        assertThat(permissions
                        .of(BusinessType.SALES, ChannelClass.ACCOUNT_MANAGER)
                        .steering())
                .isEqualTo(Steering.PUSH);
        said(
                admin,
                types,
                types + "/steering",
                "type",
                "SALES",
                "channelClass",
                "ACCOUNT_MANAGER",
                "steering",
                "UNSTEERED");
        assertThat(said(admin, types, types + "/thresholds", "middleValue", "50", "highValue", "50", "highRisk", "50"))
                .contains("These borders do not do");
        said(admin, types, types + "/complexity", "stepPoints", "1");
        assertThat(businesses.complexity().stepPoints()).isEqualTo(2);
    }

    @Test
    void addsABusinessAndTellsItsTypeAndComplexity() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "business-admin", "administrator", "/");
        admin.get("/businesses/new?lang=en");
        String[] all = {
            "code",
            "gift-card",
            "name",
            "礼品卡",
            "value",
            "10",
            "risk",
            "90",
            "steps",
            "1",
            "documents",
            "1",
            "approvals",
            "3",
            "minutes",
            "30"
        };
        assertThat(admin.post("/businesses", "code", "gift-card", "name", "礼品卡", "value", "101", "risk", "90")
                        .body())
                .contains("is-invalid");
        assertThat(location(admin.post("/businesses", all))).startsWith("/businesses");
        assertThat(admin.get("/businesses?text=gift").body()).contains("礼品卡", "Sensitive", "High", "54 points");
        assertThat(admin.get("/businesses?type=SALES").body()).doesNotContain("gift-card");
        assertThat(admin.post("/businesses", all).body()).contains("This code is taken");
        admin.post("/businesses/gift-card/remove");
        assertThat(businesses.find("gift-card")).isEmpty();
    }

    @Test
    void isChangedByWhoAnswersForTheWholeOperatorOnly() {
        ConsoleBrowser part = StaffOnPaper.browser(db, port, "catalogue-part", "channel-manager", "/zj/");
        assertThat(part.get("/offerings").statusCode()).isEqualTo(200);
        assertThat(part.post(
                                "/business-types/steering",
                                "type",
                                "SALES",
                                "channelClass",
                                "ELECTRONIC",
                                "steering",
                                "NO")
                        .statusCode())
                .isEqualTo(403);
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "catalogue-auditor", "auditor", "/");
        for (String page : List.of("/offerings", "/businesses", "/business-types")) {
            assertThat(auditor.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(auditor.get("/offerings/new").statusCode()).isEqualTo(403);
        assertThat(permissions.of(BusinessType.SALES, ChannelClass.ELECTRONIC).steering())
                .isEqualTo(Steering.PUSH);
    }

    @Test
    void hasWordsForEveryRefusalAndObstacle() {
        for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            Words words = languages.in(language);
            Stream.of(OfferingChange.Reason.values())
                    .forEach(one ->
                            assertThat(words.of("catalogue.refused", one)).isNotBlank());
            Stream.of(BusinessChange.Reason.values())
                    .forEach(one ->
                            assertThat(words.of("catalogue.refused", one)).isNotBlank());
            Stream.of(Obstacle.Reason.values())
                    .forEach(one ->
                            assertThat(words.of("catalogue.obstacle", one)).isNotBlank());
            Stream.of(Completion.Reason.values())
                    .forEach(one ->
                            assertThat(words.of("catalogue.completion", one)).isNotBlank());
            Stream.of(Characteristic.Fault.values())
                    .forEach(
                            one -> assertThat(words.of("catalogue.answer", one)).isNotBlank());
        }
    }

    /** What the page says after a post that leads back to it. */
    private static String said(ConsoleBrowser admin, String page, String path, String... fields) {
        admin.post(path, fields);
        return admin.get(page).body();
    }

    private static HttpResponse<String> offer(ConsoleBrowser admin, String code, String... changed) {
        admin.get("/offerings/new");
        String[] fields = fields(changed);
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "code";
        all[fields.length + 1] = code;
        return admin.post("/offerings", all);
    }

    /** A sound form, with some fields changed. */
    private static String[] fields(String... changed) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "门店");
        fields.put("family", "BUSINESS_WLAN");
        fields.put("business", "order-standard");
        fields.put("buyers", "COMPANY");
        fields.put("trialDays", "14");
        fields.put("least", "1");
        fields.put("most", "10");
        fields.put("plan", "wlan");
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
