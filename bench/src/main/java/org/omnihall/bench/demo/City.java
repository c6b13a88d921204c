package org.omnihall.bench.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.ac.ParameterNames;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.cashier.Merchant;
import org.omnihall.bench.cashier.SandboxCashier;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.AccessPoints;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.node.NodeSettings;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.ordering.cashier.Till;
import org.omnihall.hall.ordering.cashier.TillBook;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Secret;
import org.omnihall.portal.bas.BasProfile;
import org.springframework.context.ApplicationContext;

/** The demo's city: Areas and access controllers, registered through the doors an administrator uses, and played by simulators. */
public final class City {

    public static final String SSID = "CMCC-WiFi";
    static final String PROVINCE = "/zj/";
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ACTOR = "demo";
    private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int HTTP = 8090;
    private static final int COA = 3799;
    private static final int PORTAL = 2000;
    private static final Duration INTERIM = Duration.ofSeconds(60);

    /** One site: which vendor's device stands there and how it logs people in. */
    public record Site(
            String name,
            String area,
            String venue,
            String vendor,
            Dialect dialect,
            String method,
            ParameterNames parameters,
            int number,
            boolean radiusOverIpv6) {

        public InetAddress address() {
            return octets(new byte[] {127, 0, 0, (byte) (10 + number)});
        }

        public MacAddress accessPoint() {
            return new MacAddress(0x0c_da_41_00_00_00L + number);
        }
    }

    public static final List<Site> SITES = List.of(
            new Site("AC-HZ-XH-01", "/zj/hz/", "西湖断桥景区", "H3C", Dialect.CMCC, "CHAP", ParameterNames.CMCC, 1, false),
            new Site(
                    "AC-HZ-WL-02",
                    "/zj/hz/",
                    "武林银泰",
                    "HUAWEI",
                    Dialect.HUAWEI2,
                    "CHAP",
                    ParameterNames.HUAWEI,
                    2,
                    false),
            new Site("AC-NB-TY-03", "/zj/nb/", "宁波天一广场", "H3C", Dialect.HUAWEI2, "PAP", ParameterNames.H3C, 3, false),
            new Site("AC-WZ-WM-04", "/zj/wz/", "温州市民中心", "ZTE", Dialect.CMCC, "PAP", ParameterNames.CMCC, 4, false),
            new Site(
                    "AC-HZ-V6-05",
                    "/zj/hz/",
                    "移动武林营业厅",
                    "HUAWEI",
                    Dialect.HUAWEI2,
                    "CHAP",
                    ParameterNames.HUAWEI,
                    5,
                    true));

    private final ApplicationContext hall;
    private final NodeSettings node;

    City(ApplicationContext hall) {
        this.hall = hall;
        this.node = hall.getBean(NodeSettings.class);
    }

    /** Registers what is not there yet, so that a second start of the demo goes on with its city. */
    public void register() {
        Areas areas = hall.getBean(Areas.class);
        for (String[] area : new String[][] {
            {"/", "zj", "浙江 Zhejiang"},
            {"/zj/", "hz", "杭州 Hangzhou"},
            {"/zj/", "nb", "宁波 Ningbo"},
            {"/zj/", "wz", "温州 Wenzhou"}
        }) {
            if (areas.find(area[0] + area[1] + "/").isEmpty()) {
                areas.add(area[0], area[1], area[2], ACTOR);
            }
        }
        Ssids ssids = hall.getBean(Ssids.class);
        if (ssids.named(SSID).isEmpty()) {
            done(ssids.add(Draft.of("name", SSID, "area", PROVINCE), ACTOR));
        }
        SITES.stream().filter(site -> registered(site).isEmpty()).forEach(this::register);
    }

    /** Opens the sandbox cashier on a port, with a secret of this run, and lets the hall take payments through it. */
    public SandboxCashier openCashier(int port, SSLContext trust) {
        Merchant merchant = new Merchant("omnihall-demo", vault().random(32).toHex());
        SandboxCashier cashier = new SandboxCashier(port, merchant, trust, Clock.systemUTC());
        hall.getBean(TillBook.class)
                .put(Till.sandbox("sandbox", merchant.id(), cashier.address().toString(), merchant.secret()), ACTOR);
        return cashier;
    }

    public Optional<AccessController> registered(Site site) {
        return hall.getBean(AccessControllers.class).all().stream()
                .filter(controller -> controller.name().equals(site.name()))
                .findFirst();
    }

    private void register(Site site) {
        Vault vault = vault();
        String venue = String.valueOf(
                done(hall.getBean(Venues.class).add(Draft.of("name", site.venue(), "area", site.area()), ACTOR))
                        .id());
        AccessController controller = done(hall.getBean(ControllerRegistry.class)
                .add(
                        Draft.of(
                                "name", site.name(),
                                "area", site.area(),
                                "addresses", site.address().getHostAddress() + (site.radiusOverIpv6() ? " ::1" : ""),
                                "vendor", site.vendor(),
                                "dialect", site.dialect().name(),
                                "method", site.method(),
                                "radiusSecret", vault.random(16).toHex(),
                                "portalSecret", vault.random(16).toHex(),
                                "portalPort", String.valueOf(PORTAL + node.portOffset()),
                                "coaPort", String.valueOf(COA + node.portOffset()),
                                "nasIdentifier", site.name(),
                                "venue", venue,
                                "redirectMap", site.vendor().equals("ZTE") ? "CMCC" : redirectMap(site)),
                        ACTOR));
        done(hall.getBean(AccessPoints.class)
                .add(
                        Draft.of(
                                "name", site.name().replace("AC-", "AP-"),
                                "mac", site.accessPoint().toString(),
                                "venue", venue,
                                "controller", String.valueOf(controller.id())),
                        ACTOR));
    }

    private Vault vault() {
        return hall.getBean(Vault.class);
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused ->
                throw new IllegalStateException("the city is refused: " + refused.problems());
        };
    }

    private static InetAddress octets(byte... octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 and 16 octets are an address", impossible);
        }
    }

    private static String redirectMap(Site site) {
        return site.parameters().equals(ParameterNames.CMCC)
                ? "CMCC"
                : site.vendor().toUpperCase(Locale.ROOT);
    }

    /** Starts the simulator of a registered site, whose phones go by the login page. */
    public Controller play(Site site, Watcher watcher) throws IOException {
        return new Controller(settings(site), Clock.systemUTC(), watcher);
    }

    /** The same at a site that asks the hall about each MAC first (access rule 21). */
    public Controller playByMac(Site site, Watcher watcher) throws IOException {
        InetSocketAddress server =
                new InetSocketAddress(node.macBindingBind(), node.ports().macBinding());
        return new Controller(settings(site, Optional.of(server)), Clock.systemUTC(), watcher);
    }

    /** How the simulator of a registered site is set. */
    public ControllerSettings settings(Site site) {
        return settings(site, Optional.empty());
    }

    private ControllerSettings settings(Site site, Optional<InetSocketAddress> macServer) {
        AccessController registered = registered(site).orElseThrow();
        Secret secret = Secret.of(registered.portalSecret().toText());
        URI landing = hall.getBean(WebOrigins.class).landing().resolve("/landing");
        InetAddress radius = site.radiusOverIpv6() ? octets(IPV6_LOOPBACK) : node.bind();
        ControllerSettings.Servers servers = new ControllerSettings.Servers(
                new InetSocketAddress(node.bind(), node.ports().portal()),
                macServer,
                new InetSocketAddress(radius, node.ports().radiusAuthentication()),
                new InetSocketAddress(radius, node.ports().radiusAccounting()));
        return new ControllerSettings(
                site.name(),
                site.address(),
                HTTP + node.portOffset(),
                registered.portalPort(),
                registered.coaPort(),
                new BasProfile(site.dialect(), secret, site.address()),
                site.parameters(),
                landing,
                servers,
                site.radiusOverIpv6() ? radius : site.address(),
                registered.radiusSecret().toText(),
                INTERIM);
    }
}
