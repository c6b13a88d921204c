package org.omnihall.bench.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.phone.Trust;
import org.omnihall.bench.sms.SmsCentre;
import org.omnihall.hall.Omnihall;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.NodeSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The hall, started in this process with a simulated SMS centre as its gateway. */
public final class RunningHall implements AutoCloseable {

    private static final int SMPP = 2775;
    private static final long SEED = 20261122;

    private final SmsCentre centre;
    private final ConfigurableApplicationContext context;

    private RunningHall(SmsCentre centre, ConfigurableApplicationContext context) {
        this.centre = centre;
        this.context = context;
    }

    /** @param arguments settings of the hall, {@code --name=value} */
    public static RunningHall start(String... arguments) {
        byte[] password = new byte[4];
        new SecureRandom().nextBytes(password);
        SmsCentre.Login login = new SmsCentre.Login("demo", HexFormat.of().formatHex(password));
        SmsCentre centre = SmsCentre.open(SMPP + offset(arguments), login, SEED, Clock.systemUTC());
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--omnihall.messaging.gateway.host=127.0.0.1");
        all.add("--omnihall.messaging.gateway.port=" + centre.port());
        all.add("--omnihall.messaging.gateway.system-id=" + login.systemId());
        all.add("--omnihall.messaging.gateway.password=" + login.password());
        SpringApplication hall = new SpringApplication(Omnihall.class);
        hall.setMainApplicationClass(Omnihall.class); // whose beans were wired at build time
        return new RunningHall(centre, hall.run(all.toArray(String[]::new)));
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

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type, such as the shell's commands. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
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

    @Override
    public void close() {
        context.close();
        centre.close();
    }
}
