package org.omnihall.hall;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Members of the staff for tests of screens, written straight into the table; all have the same password. */
public final class StaffOnPaper {

    public static final String PASSWORD = "correct horse";

    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 16 * 1024, 2).encode(PASSWORD);

    private StaffOnPaper() {}

    /** A browser in which a new member with this role, who answers for this Area, is signed in. */
    public static ConsoleBrowser browser(JdbcClient db, int port, String login, String role, String areaPath) {
        db.sql("""
                        insert into party.staff (login, name, roles, area_path, password, must_change, made_at)
                        values (?, ?, array[?], ?, ?, false, ?)""")
                .params(login, login, role, areaPath, HASH, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn(login, PASSWORD);
        return browser;
    }
}
