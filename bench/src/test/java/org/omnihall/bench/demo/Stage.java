package org.omnihall.bench.demo;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.bench.population.Population;
import org.omnihall.bench.wire.Faults;
import org.omnihall.bench.wire.FaultyWires;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Secret;
import org.omnihall.portal.bas.BasProfile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One site of the system hall, played by a controller that may be faulty or stand behind faulty wires, with phones of its own. */
final class Stage implements AutoCloseable {

    /** Gives up on AFF_ACK_AUTH sooner than devices do, so that a test need not wait 30 s for it. */
    private static final BasProfile.Timers QUICK = new BasProfile.Timers(
            Duration.ofSeconds(15), Duration.ofSeconds(4), Duration.ofSeconds(5), 4, Duration.ofSeconds(5));

    private final RunningHall hall;
    private final City.Site site;
    private final FaultyWires wires;
    private final Book book = new Book();
    private final Controller controller;

    private Stage(RunningHall hall, City.Site site, ControllerSettings settings, Faults faults) throws IOException {
        this.hall = hall;
        this.site = site;
        this.wires = new FaultyWires(settings, faults);
        this.controller = new Controller(wires.inside(), Clock.systemUTC(), book);
    }

    static Stage of(RunningHall hall, City.Site site, Faults faults) throws IOException {
        ControllerSettings settings = hall.city().settings(site);
        BasProfile profile = settings.profile();
        return new Stage(hall, site, settings.but(quick(profile, profile.secret()), settings.radiusSecret()), faults);
    }

    static Stage of(RunningHall hall, City.Site site) throws IOException {
        return of(hall, site, Faults.NONE);
    }

    static Stage withWrongRadiusSecret(RunningHall hall, City.Site site) throws IOException {
        ControllerSettings settings = hall.city().settings(site);
        return new Stage(hall, site, settings.but(settings.profile(), "not-the-secret"), Faults.NONE);
    }

    static Stage withWrongPortalSecret(RunningHall hall, City.Site site) throws IOException {
        ControllerSettings settings = hall.city().settings(site);
        BasProfile wrong = quick(settings.profile(), Secret.of("not-the-secret"));
        return new Stage(hall, site, settings.but(wrong, settings.radiusSecret()), Faults.NONE);
    }

    private static BasProfile quick(BasProfile profile, Secret secret) {
        return new BasProfile(profile.dialect(), Dialect.CMCC, secret, profile.address(), profile.naming(), QUICK);
    }

    Controller controller() {
        return controller;
    }

    Book book() {
        return book;
    }

    Books books() {
        return new Books(hall.bean(JdbcClient.class));
    }

    FaultyWires wires() {
        return wires;
    }

    /** A phone that no other test has; numbers are given out from 13857990000. */
    static Handset phone(int number) {
        return Handset.numbered(13_857_990_000L + number, number, InetAddress.ofLiteral("127.112.0.1"));
    }

    /** The phone joins, and a person takes it up. */
    Traveller joined(Handset handset) throws IOException {
        controller.join(handset, City.SSID, site.accessPoint());
        return new Traveller(handset, controller.gateway(), hall.trust(), new Centre(hall.centre()));
    }

    Population.Spot spot() {
        return new Population.Spot(controller, City.SSID, site.accessPoint());
    }

    /** What the hall did not answer to this site's controller for one reason. */
    long radiusDrops(String reason) {
        return hall.bean(RadiusDrops.class).rows().stream()
                .filter(row ->
                        row.source().equals(controller.settings().radiusSource().getHostAddress()))
                .filter(row -> row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }

    double counted(String meter, String tag, String value) {
        return hall.bean(MeterRegistry.class).find(meter).tag(tag, value).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    Optional<OpenSession> openSession(Handset handset) {
        BooksKept.await(hall.bean(JdbcClient.class));
        return hall.bean(Sessions.class)
                .openFor(
                        hall.city().registered(site).orElseThrow().id(),
                        Optional.of(handset.mac()),
                        Optional.of(handset.address()));
    }

    @Override
    public void close() throws IOException {
        controller.close();
        wires.close();
    }
}
