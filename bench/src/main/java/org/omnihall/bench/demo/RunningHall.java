package org.omnihall.bench.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.boss.Boss;
import org.omnihall.bench.phone.Trust;
import org.omnihall.bench.sms.SmsCentre;
import org.omnihall.hall.Omnihall;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.NodeSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hall, started in this process with a simulated SMS centre as its gateway and a simulated BOSS. */
public final class RunningHall implements AutoCloseable {

    private static final int SMPP = 2775;
    private static final int BOSS = 8086;
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final long SEED = 20261122;

    private final SmsCentre centre;
    private final Boss boss;
    private final ConfigurableApplicationContext context;
    private final List<Runnable> afterwards = new ArrayList<>();

    private RunningHall(SmsCentre centre, Boss boss, ConfigurableApplicationContext context) {
        this.centre = centre;
        this.boss = boss;
        this.context = context;
    }

    /** @param arguments settings of the hall, {@code --name=value} */
    public static RunningHall start(String... arguments) {
        byte[] password = new byte[4];
        new SecureRandom().nextBytes(password);
        SmsCentre.Login login = new SmsCentre.Login("demo", HexFormat.of().formatHex(password));
        SmsCentre centre = SmsCentre.open(SMPP + offset(arguments), login, SEED, Clock.systemUTC());
        Boss boss = boss(BOSS + offset(arguments));
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--omnihall.messaging.gateway.host=127.0.0.1");
        all.add("--omnihall.messaging.gateway.port=" + centre.port());
        all.add("--omnihall.messaging.gateway.system-id=" + login.systemId());
        all.add("--omnihall.messaging.gateway.password=" + login.password());
        if (all.stream().noneMatch(argument -> argument.startsWith("--omnihall.boss.url="))) {
            all.add("--omnihall.boss.url=" + boss.url());
        }
        SpringApplication hall = new SpringApplication(Omnihall.class);
        hall.setMainApplicationClass(Omnihall.class); // whose beans were wired at build time
        return new RunningHall(centre, boss, hall.run(all.toArray(String[]::new)));
    }

    private static Boss boss(int port) {
        try {
            return Boss.open(port, SLOW);
        } catch (IOException taken) {
            throw new UncheckedIOException("the port of the simulated BOSS is taken: " + port, taken);
        }
    }

    private static int offset(String... arguments) {
        String name = "--omnihall.node.port-offset=";
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .mapToInt(argument -> Integer.parseInt(argument.substring(name.length())))
                .reduce(0, (first, last) -> last);
    }

    public SmsCentre centre() {
        return centre;
    }

    public Boss boss() {
        return boss;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type, such as the shell's commands. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /**
     * Runs a command as an administrator of the machine types it.
     *
     * @param in what he types after it
     * @return its exit status
     */
    public int type(String name, List<String> arguments, String in, PrintWriter out) throws IOException {
        Command command = beans(Command.class).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return command.run(new CommandCall(
                arguments, Path.of("."), new BufferedReader(new StringReader(in)), out, out, "shell:bench"));
    }

    /** Has its database write out and clean up, so that nothing of what went before is done while the next is timed. */
    public void tidy() {
        JdbcClient db = bean(JdbcClient.class);
        db.sql("vacuum analyze").update();
        db.sql("checkpoint").update();
    }

    public NodeSettings node() {
        return bean(NodeSettings.class);
    }

    public City city() {
        return new City(context);
    }

    /** What a phone must trust to open the login pages. */
    public SSLContext trust() throws IOException {
        return Trust.in(bean(Home.class).resolve("tls/ca.pem"));
    }

    /** Has something done when the hall has ended. */
    public void whenClosed(Runnable what) {
        afterwards.add(what);
    }

    @Override
    public void close() {
        context.close();
        afterwards.forEach(Runnable::run);
        boss.close();
        centre.close();
    }
}
