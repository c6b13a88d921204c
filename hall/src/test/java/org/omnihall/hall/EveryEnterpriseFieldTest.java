package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Forms.Form;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.ordering.ApprovalLimits;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.ProductFilter;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.Paging;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** SQL, HTML and nonsense in every field and address of the enterprise hall, found by walking its pages as a company's administrator. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "omnihall.enterprise.code.address-per-hour=1000",
            "omnihall.enterprise.code.cool-down=0s",
            "omnihall.ordering.poll=20ms"
        })
@DirtiesContext
class EveryEnterpriseFieldTest {

    /** Of these the session itself would be lost. */
    private static final Set<String> NOT_SENT = Set.of("/enterprise/sign-out", "/enterprise/sign-in");

    /**
     * No page of this company leads here: no cashier is open, no order is held, nobody has forgotten his password, and what follows a text
     * that was checked has a test of its own.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "/enterprise/orders/{id}/cashier",
            "/enterprise/orders/{id}/retry",
            "/enterprise/forgotten/password",
            "/enterprise/sms",
            "/enterprise/sms/length",
            "/enterprise/sms/send");

    /** A picture of one pixel, as PNG. */
    private static final String DOT = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000"
            + "000d49444154789c63e0ce8efd0f00032b01d3d726c1f80000000049454e44ae426082";

    private final int port;
    private final Street street;
    private final World world;
    private final Map<RequestMappingInfo, HandlerMethod> handlers;
    private Optional<Street.Shopkeeper> li = Optional.empty();

    @Autowired
    EveryEnterpriseFieldTest(
            @LocalServerPort int port,
            ApplicationContext hall,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.port = port;
        this.street = new Street(hall, port);
        this.world = new World(hall);
        this.handlers = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getPackageName().startsWith("org.omnihall.hall.enterprise"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A company with something of everything: carts, orders in each wait, a trial, a Wi-Fi, a colleague, and a slot. */
    @BeforeAll
    void furnish() {
        world.hall()
                .getBean(SlotChoices.class)
                .put(
                        new SlotItem(
                                0,
                                "every",
                                Optional.empty(),
                                new SlotItem.Words("题", "Title", "文", "Text"),
                                "city",
                                Set.of(SlotPlace.HALL),
                                Set.of(),
                                "/",
                                1,
                                SlotItem.State.LIVE,
                                Optional.empty(),
                                Optional.empty()),
                        "test");
        Street.Shopkeeper owner = street.opened("Every Field");
        li = Optional.of(owner);
        String wifi = world.offering(
                "order-new-service",
                List.of(
                        new Characteristic("venueName", "场所", "Venue", Characteristic.Type.TEXT, true, List.of()),
                        new Characteristic("ssid", "名称", "SSID", Characteristic.Type.TEXT, true, List.of())),
                10_000,
                9_900,
                "wlan.venue",
                "wlan.ssid",
                "wlan.profile",
                "wlan.page");
        long buyer = colleague(owner.company(), UserLogin.Role.BUYER);
        Buyer.Firm served = new Buyer.Firm(owner.company(), Optional.empty());
        Map<String, String> answers = Map.of("venueName", "Every", "ssid", "EveryWifi");
        ended(world.placed(served, Wish.trial(wifi, 1, answers)));
        Characteristic signature =
                new Characteristic("signature", "签名", "Signature", Characteristic.Type.TEXT, true, List.of());
        String sms = world.offering("order-standard", List.of(signature), 0, 5_000, "sms.provision");
        ended(world.placed(served, Wish.add(sms, 1, Map.of("signature", "EveryField"))));
        world.hall().getBean(ApprovalLimits.class).set(owner.company(), Optional.of(0L), "test");
        world.placed(new Buyer.Firm(owner.company(), Optional.of(buyer)), Wish.add(wifi, 1, answers));
        long administrator = world.hall()
                .getBean(UserLogins.class)
                .byLogin(owner.login())
                .orElseThrow()
                .id();
        world.placed(new Buyer.Firm(owner.company(), Optional.of(administrator)), Wish.add(wifi, 1, answers));
        world.hall()
                .getBean(Carts.class)
                .begin(world.placing(served, world.channel("web-hall"), Wish.add(wifi, 1, answers)));
        long locked = colleague(owner.company(), UserLogin.Role.MEMBER);
        world.hall().getBean(UserLogins.class).setLocked(locked, true, "test");
        long place = Long.parseLong(world.hall()
                .getBean(Products.class)
                .list(ProductFilter.of(served), Paging.first())
                .rows()
                .getFirst()
                .results()
                .get("ssidAtVenue"));
        look(place);
        owner.browser().get("/enterprise/sign-up");
        owner.browser().post("/enterprise/sign-up", "phone", Street.phone(Street.next()));
    }

    private void ended(Order order) {
        Eventually.holds(
                "it is done",
                () -> world.hall()
                        .getBean(Orders.class)
                        .find(order.id())
                        .orElseThrow()
                        .state()
                        .isEnd());
    }

    @Test
    void answersWhateverStandsInAText() {
        ConsoleBrowser browser = li.orElseThrow().browser();
        browser.get("/enterprise/sms");
        List<String> bad = new ArrayList<>(Hostile.ALONE);
        bad.addAll(Hostile.TOGETHER);
        for (String page : List.of("", "/length", "/check", "/send")) {
            for (String value : bad) {
                for (String field : List.of("key", "line", "text", "to", "numbers")) {
                    Hostile.answered(
                            field, browser.post("/enterprise/sms" + page, "to", "numbers", "line", "1", field, value));
                }
            }
        }
    }

    @Test
    void answersWhateverStandsInAForm() {
        FieldWalk walk = walk();
        Map<String, Form> forms = walk.forms(NOT_SENT);
        Set<String> reached = forms.values().stream().map(walk::pattern).collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = new TreeSet<>(walk.patterns(RequestMethod.POST));
        wanted.removeAll(ELSEWHERE);
        assertThat(wanted).isSubsetOf(reached);
        List<Form> gentleFirst = new ArrayList<>(forms.values());
        gentleFirst.sort((one, other) -> Boolean.compare(takesAway(one), takesAway(other)));
        gentleFirst.forEach(walk::attack);
        walk.walk().forEach((path, page) -> assertThat(page).as(path).doesNotContain("<script>alert(1)", "<img src=x"));
    }

    @Test
    void answersWhateverStandsInAnAddress() {
        walk().answersWhateverStandsInAnAddress();
    }

    @Test
    void answersWhateverStandsInTheSignInAndInAForgottenPassword() {
        ConsoleBrowser nobody = new ConsoleBrowser(port);
        nobody.get("/enterprise/sign-in");
        List<String> bad = new ArrayList<>(Hostile.ALONE);
        bad.addAll(Hostile.TOGETHER);
        for (String value : bad) {
            Hostile.answered("login", nobody.post("/enterprise/sign-in", "login", value, "password", "x"));
            Hostile.answered("password", nobody.post("/enterprise/sign-in", "login", "nobody", "password", value));
            nobody.get("/enterprise/forgotten");
            Hostile.answered(
                    "login",
                    nobody.post("/enterprise/forgotten", "login", value, "phone", Street.phone(Street.next())));
            nobody.get("/enterprise/forgotten/password");
            Hostile.answered(
                    "code",
                    nobody.post("/enterprise/forgotten/password", "code", value, "fresh", value, "again", value));
        }
        assertThat(ConsoleBrowser.location(nobody.get("/enterprise/home"))).isEqualTo("/enterprise/sign-in");
    }

    /** Two versions, the older one published, with a logo. */
    private void look(long place) {
        VenuePages pages = world.hall().getBean(VenuePages.class);
        VenuePages.Logo logo = pages.takeLogo(place, Octets.ofHex(DOT), "test");
        String name = ((VenuePages.Logo.Taken) logo).name();
        pages.save(place, VenueLook.PLAIN.with(Optional.of(name)), "test");
        pages.publish(place, Optional.of(1), "test");
        pages.save(place, VenueLook.PLAIN.with(Optional.of(name)), "test");
    }

    private FieldWalk walk() {
        return new FieldWalk(handlers, li.orElseThrow().browser(), "/enterprise/sign-in");
    }

    private static boolean takesAway(Form form) {
        return FieldWalk.takesAway(form)
                || List.of("/cancel", "/drop", "/place", "/reject").stream().anyMatch(form.action()::endsWith);
    }

    private long colleague(long company, UserLogin.Role role) {
        String login = "every." + Street.next();
        UserLogins logins = world.hall().getBean(UserLogins.class);
        logins.register(
                new UserLogins.Draft(
                        company, login, "<script>alert(1)</script>", new Msisdn("13857190160"), Set.of(role)),
                Street.PASSWORD,
                "test");
        return logins.byLogin(login).orElseThrow().id();
    }
}
