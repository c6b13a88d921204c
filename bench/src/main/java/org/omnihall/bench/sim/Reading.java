package org.omnihall.bench.sim;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.ac.Manners;
import org.omnihall.bench.ac.ParameterNames;
import org.omnihall.bench.population.Mix;
import org.omnihall.bench.population.Plan;
import org.omnihall.bench.sms.SmsCentre;
import org.omnihall.bench.wire.Faults;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Secret;
import org.omnihall.portal.bas.BasProfile;

/** From the options that were typed to a run. Every default fits a hall on this machine with its usual ports. */
final class Reading {

    static final Set<String> VALUED = Set.of(
            "--hall",
            "--port-offset",
            "--landing",
            "--radius",
            "--accounting",
            "--portal",
            "--mac-binding",
            "--ca",
            "--name",
            "--address",
            "--radius-source",
            "--http",
            "--portal-port",
            "--coa-port",
            "--dialect",
            "--method",
            "--parameters",
            "--ssid",
            "--ap",
            "--interim",
            "--phones",
            "--rate",
            "--returning",
            "--stay",
            "--duration",
            "--seed",
            "--first-number",
            "--first-address",
            "--closing",
            "--resuming",
            "--ignoring",
            "--sms-port",
            "--sms-system-id",
            "--sms-page",
            "--lose",
            "--duplicate",
            "--reorder",
            "--corrupt",
            "--disconnects",
            "--power-cut-every",
            "--restart-every",
            "--false-logout-every");
    static final Set<String> FLAGS = Set.of("--silent", "--wrong-radius-secret", "--wrong-portal-secret");

    private static final Map<String, ParameterNames> PARAMETERS = Map.of(
            "CMCC", ParameterNames.CMCC,
            "HUAWEI", ParameterNames.HUAWEI,
            "H3C", ParameterNames.H3C,
            "RUIJIE", ParameterNames.RUIJIE);
    private static final String WRONG = "-which-is-not-the-secret";

    private final Options options;
    private final int offset;

    Reading(List<String> arguments) {
        this.options = Options.read(arguments, VALUED, FLAGS);
        this.offset = (int) options.whole("--port-offset", 0, 0, 15_000);
    }

    /** Whether the simulator runs an SMS centre of its own, whose password is a secret too. */
    boolean ownCentre() {
        return !options.has("--sms-page");
    }

    SimSettings settings(Secrets secrets) {
        return new SimSettings(
                controller(secrets),
                manners(),
                new SimSettings.Air(options.text("--ssid", "CMCC-WiFi"), accessPoint()),
                plan(),
                phones(),
                messages(secrets),
                faults(),
                new SimSettings.Mishaps(
                        options.span("--power-cut-every"),
                        options.span("--restart-every"),
                        options.span("--false-logout-every")),
                options.span("--duration").orElse(Duration.ofMinutes(1)));
    }

    private ControllerSettings controller(Secrets secrets) {
        InetAddress address = options.host("--address", "127.0.0.31");
        Dialect dialect = options.one("--dialect", Dialect.class).orElse(Dialect.HUAWEI2);
        Secret portal = Secret.of(secrets.portal() + (options.has("--wrong-portal-secret") ? WRONG : ""));
        ControllerSettings.Servers servers = servers();
        return new ControllerSettings(
                options.text("--name", "AC-SIM"),
                address,
                options.port("--http", 8092 + offset),
                options.port("--portal-port", 2000 + offset),
                options.port("--coa-port", 3799 + offset),
                new BasProfile(dialect, portal, address),
                parameters(),
                landing(),
                servers,
                options.host(
                        "--radius-source", sameFamily(servers.authentication().getAddress(), address)),
                secrets.radius() + (options.has("--wrong-radius-secret") ? WRONG : ""),
                options.span("--interim").orElse(Duration.ofSeconds(60)));
    }

    /** The controller's own address where RADIUS goes over the same protocol, else the loopback of the other. */
    private static String sameFamily(InetAddress server, InetAddress own) {
        boolean same = server instanceof Inet4Address == own instanceof Inet4Address;
        return same ? own.getHostAddress() : server instanceof Inet4Address ? "127.0.0.1" : "::1";
    }

    private ControllerSettings.Servers servers() {
        InetAddress hall = options.host("--hall", "127.0.0.1");
        return new ControllerSettings.Servers(
                options.socket("--portal").orElse(new InetSocketAddress(hall, 50_100 + offset)),
                options.socket("--mac-binding"),
                options.socket("--radius").orElse(new InetSocketAddress(hall, 1812 + offset)),
                options.socket("--accounting").orElse(new InetSocketAddress(hall, 1813 + offset)));
    }

    private URI landing() {
        String host = options.text("--hall", "localhost");
        String usual = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + (8081 + offset) + "/landing";
        return address("--landing", options.text("--landing", usual));
    }

    private static URI address(String name, String text) {
        if (!text.matches("https?://[^\\s]+")) {
            throw new WrongOption(name + " is an address such as http://localhost:8081/landing, not " + text);
        }
        return URI.create(text);
    }

    private ParameterNames parameters() {
        String name = options.text("--parameters", "HUAWEI");
        return Optional.ofNullable(PARAMETERS.get(name))
                .orElseThrow(() -> new WrongOption("--parameters is one of CMCC, HUAWEI, H3C, RUIJIE, not " + name));
    }

    private MacAddress accessPoint() {
        String text = options.text("--ap", "0c:da:41:00:00:31");
        return MacAddress.parse(text).orElseThrow(() -> new WrongOption("--ap is a MAC address, not " + text));
    }

    private Manners manners() {
        return new Manners(options.has("--silent"), options.one("--method", Manners.Method.class), ending());
    }

    private Manners.Ending ending() {
        String text = options.text("--disconnects", "obey");
        return switch (text) {
            case "obey" -> new Manners.Ending.Obey();
            case "ack-only" -> new Manners.Ending.AckOnly();
            case "silent" -> new Manners.Ending.Silent();
            default -> {
                if (!text.matches("nak:\\d{3}")) {
                    throw new WrongOption("--disconnects is obey, ack-only, nak:ERROR-CAUSE or silent, not " + text);
                }
                yield new Manners.Ending.Nak(Integer.parseInt(text.substring(4)));
            }
        };
    }

    private Plan plan() {
        Mix mix = made(() ->
                new Mix(options.share("--closing", 0), options.share("--resuming", 0), options.share("--ignoring", 0)));
        return made(() -> new Plan(
                options.whole("--seed", 7, 0, Long.MAX_VALUE),
                (int) options.whole("--phones", 50, 1, 1_000_000),
                options.decimal("--rate", 60, 1_000_000),
                options.share("--returning", 0.3),
                options.span("--stay").orElse(Duration.ofSeconds(20)),
                mix));
    }

    private static <T> T made(java.util.function.Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException impossible) {
            throw new WrongOption(String.valueOf(impossible.getMessage()));
        }
    }

    private SimSettings.Phones phones() {
        Optional<Path> authority = options.text("--ca").map(Path::of);
        authority.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new WrongOption("--ca: the file " + file + " cannot be read");
        });
        return new SimSettings.Phones(
                options.whole("--first-number", 13_857_500_000L, 10_000_000_000L, 19_999_999_999L),
                options.host("--first-address", "127.96.0.1"),
                authority);
    }

    private SimSettings.Messages messages(Secrets secrets) {
        return secrets.sms()
                .<SimSettings.Messages>map(password -> new SimSettings.Messages.Own(
                        options.port("--sms-port", 2775 + offset),
                        new SmsCentre.Login(options.text("--sms-system-id", "sim"), password)))
                .orElseGet(() -> new SimSettings.Messages.Page(address("--sms-page", options.text("--sms-page", ""))));
    }

    private Faults faults() {
        return new Faults(
                options.share("--lose", 0),
                options.share("--duplicate", 0),
                options.share("--reorder", 0),
                options.share("--corrupt", 0),
                options.whole("--seed", 7, 0, Long.MAX_VALUE));
    }
}
