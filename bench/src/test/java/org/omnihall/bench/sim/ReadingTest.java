package org.omnihall.bench.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.bench.ac.Manners;
import org.omnihall.bench.ac.ParameterNames;
import org.omnihall.portal.Dialect;

class ReadingTest {

    private static final Secrets SECRETS = new Secrets("radius", "portal", Optional.of("sms"));

    @Test
    void fitsAHallOnThisMachineUnlessToldOtherwise() {
        SimSettings settings = read();
        assertThat(settings.controller().landing()).hasToString("http://localhost:8081/landing");
        assertThat(settings.controller().servers().authentication())
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1812));
        assertThat(settings.controller().servers().macBinding()).isEmpty();
        assertThat(settings.controller().profile().dialect()).isEqualTo(Dialect.HUAWEI2);
        assertThat(settings.faults().none()).isTrue();
        assertThat(settings.duration()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shiftsEveryPortThatIsNotNamed() {
        SimSettings settings = read("--port-offset", "100", "--radius", "[::1]:1912");
        assertThat(settings.controller().servers().portal().getPort()).isEqualTo(50_200);
        assertThat(settings.controller().servers().authentication().getPort()).isEqualTo(1912);
        assertThat(settings.controller().portal()).isEqualTo(2100);
        assertThat(settings.controller().radiusSource()).isEqualTo(InetAddress.ofLiteral("::1"));
        assertThat(settings.messages()).isInstanceOf(SimSettings.Messages.Own.class);
    }

    @Test
    void readsTheControllerItsPhonesAndItsFaults() {
        SimSettings settings = read(
                "--dialect=cmcc",
                "--method",
                "pap",
                "--parameters",
                "H3C",
                "--disconnects",
                "nak:503",
                "--lose",
                "0.15",
                "--ignoring",
                "0.2",
                "--stay",
                "500ms",
                "--power-cut-every",
                "2m");
        assertThat(settings.controller().profile().dialect()).isEqualTo(Dialect.CMCC);
        assertThat(settings.controller().parameters()).isEqualTo(ParameterNames.H3C);
        assertThat(settings.manners().only()).contains(Manners.Method.PAP);
        assertThat(settings.manners().ending()).isEqualTo(new Manners.Ending.Nak(503));
        assertThat(settings.faults().lost()).isEqualTo(0.15);
        assertThat(settings.plan().mix().neverOpens()).isEqualTo(0.2);
        assertThat(settings.plan().stay()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.mishaps().powerCut()).contains(Duration.ofMinutes(2));
    }

    @Test
    void givesTheSamePlanAndTheSameFaultsForTheSameSeed() {
        String[] typed = {"--seed", "11", "--lose", "0.1", "--returning", "0.5", "--closing", "0.3"};
        SimSettings one = read(typed);
        SimSettings other = read(typed);
        assertThat(one.plan().visits(one.duration())).isEqualTo(other.plan().visits(other.duration()));
        assertThat(one.faults()).isEqualTo(other.faults());
        assertThat(read("--seed", "12").plan().visits(one.duration()))
                .isNotEqualTo(read("--seed", "11").plan().visits(one.duration()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --phnes 3             | there is no option --phnes
            --phones              | --phones needs a value
            --phones many         | --phones is a whole number from 1 to 1000000, not many
            --phones 0            | --phones is a whole number from 1 to 1000000, not 0
            --lose 1.5            | --lose is a number from 0 to 1, not 1.5
            --stay soon           | --stay is a time such as 500ms, 90s, 10m or 2h, not soon
            --dialect HUAWEI3     | --dialect is one of [CMCC, CMCC_IPV6, HUAWEI2, H3C3], not HUAWEI3
            --parameters CISCO    | --parameters is one of CMCC, HUAWEI, H3C, RUIJIE, not CISCO
            --radius 127.0.0.1    | --radius is HOST:PORT, such as 127.0.0.1:1812 or [::1]:1812, not 127.0.0.1
            --ca nowhere.pem      | --ca: the file nowhere.pem cannot be read
            --disconnects never   | --disconnects is obey, ack-only, nak:ERROR-CAUSE or silent, not never
            --landing localhost   | --landing is an address such as http://localhost:8081/landing, not localhost
            --closing 0.6 --ignoring 0.6 | the shares of the kinds of phones lie between 0 and 1, all together
            --rate 0              | phones and rate must be positive, the returning share 0 to 1
            """)
    void saysWhatIsWrongWithAnOption(String typed, String said) {
        assertThatThrownBy(() -> read(typed.split(" ")))
                .isInstanceOf(WrongOption.class)
                .hasMessage(said);
    }

    @Test
    void takesSecretsFromTheEnvironmentAndThenFromItsInput() throws IOException {
        Secrets secrets = Secrets.read(Map.of("OMNIHALL_SIM_PORTAL_SECRET", "p"), in("r\ns\n"), true);
        assertThat(secrets).isEqualTo(new Secrets("r", "p", Optional.of("s")));
        assertThat(secrets.toString()).doesNotContain("r,", "p,");
        assertThatThrownBy(() -> Secrets.read(Map.of(), in("r\n"), false))
                .hasMessageStartingWith("OMNIHALL_SIM_PORTAL_SECRET is missing");
    }

    @Test
    void explainsEveryOptionItKnows() {
        assertThat(Pattern.compile("--[a-z][a-z-]+")
                        .matcher(Help.TEXT)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet()))
                .containsAll(Reading.VALUED)
                .containsAll(Reading.FLAGS);
    }

    @Test
    void endsWithTwoWhenMisused() throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Simulator.main(List.of("--phnes"), Map.of(), in(""), err, err))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("there is no option --phnes", "--help");
        assertThat(Simulator.main(List.of("--help"), Map.of(), in(""), err, err))
                .isZero();
    }

    private static SimSettings read(String... typed) {
        return new Reading(List.of(typed)).settings(SECRETS);
    }

    private static BufferedReader in(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
