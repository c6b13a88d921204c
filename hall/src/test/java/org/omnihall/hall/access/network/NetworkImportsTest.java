package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HallTest
class NetworkImportsTest {

    private final AccountImport accountImport;
    private final AccountExport accountExport;
    private final NasImport nasImport;
    private final NasExport nasExport;
    private final NetworkAccounts accounts;
    private final TransactionTemplate transaction;

    @Autowired
    NetworkImportsTest(
            AccountImport accountImport,
            AccountExport accountExport,
            NasImport nasImport,
            NasExport nasExport,
            NetworkAccounts accounts,
            PlatformTransactionManager transactions) {
        this.accountImport = accountImport;
        this.accountExport = accountExport;
        this.nasImport = nasImport;
        this.nasExport = nasExport;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    private List<LineFault> take(ImportKind kind, Line... lines) {
        return transaction.execute(status -> {
            ImportKind.Loading loading = kind.begin("LI");
            List<LineFault> faults = new ArrayList<>(loading.take(List.of(lines)));
            faults.addAll(loading.finish());
            if (!faults.isEmpty()) {
                status.setRollbackOnly();
            }
            return faults;
        });
    }

    @Test
    void accountsComeInAndGoOutWithoutTheirPasswords() {
        assertThat(take(
                        accountImport,
                        new Line(2, List.of("Chen\\1", "secret-one", "standard", "2027-01-31")),
                        new Line(3, List.of("chen2", "secret-two", "", ""))))
                .isEmpty();
        assertThat(accounts.matches(accounts.find("chen\\1").orElseThrow(), Octets.ofText("secret-one")))
                .isTrue();
        List<String> out = new ArrayList<>();
        accountExport.rows("/", row -> out.add(String.join(",", row)));
        assertThat(out)
                .contains("chen\\1,/,standard,2027-01-31T16:00:00Z,CHAP MS_CHAP_V2 PAP,ACTIVE")
                .noneMatch(row -> row.contains("secret"));
    }

    @Test
    void aWrongLineIsNamedWithItsColumns() {
        assertThat(take(accountImport, new Line(2, List.of("zhou", "x", "gold", "tomorrow"))))
                .extracting(LineFault::column)
                .containsExactly("profile", "valid_until", "password");
    }

    @Test
    void controllersComeInAndGoOutWithoutTheirSecrets() {
        Line good = new Line(
                2, List.of("imp-1", "/zj/", "10.80.0.1", "zte", "cmcc", "radius-secret-1", "", "", "3800", "imp-1"));
        Line bad = new Line(3, List.of("imp-2", "/zj/", "ten", "zte", "cmcc", "radius-secret-2", "", "", "", ""));
        assertThat(take(nasImport, good, bad)).extracting(LineFault::column).containsExactly("addresses");
        assertThat(take(nasImport, good)).isEmpty();
        List<String> out = new ArrayList<>();
        nasExport.rows("/zj/", row -> out.add(String.join(",", row)));
        assertThat(out)
                .filteredOn(row -> row.startsWith("imp-"))
                .containsExactly("imp-1,/zj/,10.80.0.1,ZTE,CMCC,2000,3800,imp-1,REQUIRED");
    }

    @Test
    void everyFigureAndFaultHasWordsInBothLanguages() throws java.io.IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Properties words =
                    PropertiesLoaderUtils.loadProperties(new org.springframework.core.io.support.EncodedResource(
                            new ClassPathResource("words/network_" + locale.getLanguage() + ".properties"),
                            java.nio.charset.StandardCharsets.UTF_8));
            assertThat(words.stringPropertyNames())
                    .containsAll(Arrays.stream(Figure.values())
                            .map(f -> "network.figure." + f.key())
                            .toList())
                    .containsAll(Arrays.stream(Figure.Group.values())
                            .map(g -> "network.figures." + g.name())
                            .toList())
                    .containsAll(Arrays.stream(Problem.Fault.values())
                            .map(f -> new Problem("", f, "").wordKey())
                            .toList());
        }
    }
}
