package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.done;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.UserLogin.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of companies who sign in to the enterprise hall (requirement D1). */
@HallTest
class UserLoginsTest {

    private static final String PASSWORD = "a quiet lake";

    private final UserLogins logins;
    private final Companies companies;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    UserLoginsTest(UserLogins logins, Companies companies, Areas areas, JdbcClient db) {
        this.logins = logins;
        this.companies = companies;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void letsInWhoKnowsHisPassword() {
        long cafe = company("lets in");
        UserLogin lin = register(cafe, "lin@cafe.cn", Role.ADMIN, Role.FINANCE);
        assertThat(logins.check(" LIN@cafe.cn", PASSWORD))
                .hasValueSatisfying(user -> assertThat(user.id()).isEqualTo(lin.id()));
        assertThat(logins.find(lin.id()).orElseThrow().lastSignIn()).isPresent();
        assertThat(logins.check("lin@cafe.cn", "a quiet river")).isEmpty();
        assertThat(logins.check("nobody@cafe.cn", PASSWORD)).isEmpty();
        assertThat(logins.check("x'; drop table party.user_login;--", PASSWORD)).isEmpty();
        assertThat(logins.check("lin@cafe.cn", "x".repeat(10_000))).isEmpty();
        assertThat(db.sql("select password from party.user_login where id = ?")
                        .param(lin.id())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void shutsALoginAfterFiveWrongPasswordsAndCountsApartFromStaff() {
        long cafe = company("shuts");
        register(cafe, "shut-one", Role.ADMIN);
        for (int i = 0; i < 4; i++) {
            logins.check("shut-one", "wrong password");
        }
        assertThat(logins.check("shut-one", PASSWORD)).as("after four").isPresent();
        for (int i = 0; i < 5; i++) {
            logins.check("shut-one", "wrong password");
        }
        assertThat(logins.check("shut-one", PASSWORD)).as("after five").isEmpty();
        assertThat(db.sql("select login from party.failed_sign_in where login like '%shut-one'")
                        .query(String.class)
                        .list())
                .containsExactly("user:shut-one");
        assertThat(db.sql("select count(*) from audit.entry where act = 'user-login.shut' and actor = 'user:shut-one'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatNobodyCanBeRegisteredAs() {
        long cafe = company("refuses");
        assertThat(logins.register(draft(cafe, "member-first", Role.MEMBER), PASSWORD, ACTOR))
                .isEqualTo(new Refused<>(Reason.NO_ROLE));
        assertThat(logins.register(draft(cafe, "short-pw", Role.ADMIN), "123456789", ACTOR))
                .isEqualTo(new Refused<>(Reason.WEAK_PASSWORD));
        assertThat(logins.register(draft(cafe, "likeness", Role.ADMIN), "my likeness 1", ACTOR))
                .isEqualTo(new Refused<>(Reason.WEAK_PASSWORD));
        assertThat(logins.register(draft(cafe, "a b", Role.ADMIN), PASSWORD, ACTOR))
                .isEqualTo(new Refused<>(Reason.BAD_LOGIN));
        assertThat(logins.register(draft(Long.MAX_VALUE, "homeless", Role.ADMIN), PASSWORD, ACTOR))
                .isEqualTo(new Refused<>(Reason.UNKNOWN));
        register(cafe, "taken", Role.ADMIN);
        assertThat(logins.register(draft(cafe, "TAKEN", Role.MEMBER), PASSWORD, ACTOR))
                .isEqualTo(new Refused<>(Reason.LOGIN_TAKEN));
    }

    @Test
    void leavesACompanyItsLastAdministrator() {
        long cafe = company("last admin");
        UserLogin boss = register(cafe, "the-boss", Role.ADMIN);
        UserLogin buyer = register(cafe, "the-buyer", Role.BUYER);
        assertThat(logins.setRoles(boss.id(), Set.of(Role.MEMBER), ACTOR)).isEqualTo(new Refused<>(Reason.LAST_ADMIN));
        assertThat(logins.setLocked(boss.id(), true, ACTOR)).isEqualTo(new Refused<>(Reason.LAST_ADMIN));
        done(logins.setRoles(buyer.id(), Set.of(Role.ADMIN, Role.BUYER), ACTOR));
        assertThat(done(logins.setRoles(boss.id(), Set.of(Role.MEMBER), ACTOR)).roles())
                .containsExactly(Role.MEMBER);
        assertThat(logins.setLocked(buyer.id(), true, ACTOR)).isEqualTo(new Refused<>(Reason.LAST_ADMIN));
        assertThat(logins.of(cafe)).extracting(UserLogin::login).containsExactly("the-boss", "the-buyer");
    }

    @Test
    void leavesOneOfTwoAdministratorsWhoLockOneAnotherAtOnce() throws InterruptedException, ExecutionException {
        long cafe = company("two admins");
        for (int round = 0; round < 10; round++) {
            UserLogin one = register(cafe, "one-" + round, Role.ADMIN);
            UserLogin two = register(cafe, "two-" + round, Role.ADMIN);
            logins.of(cafe).stream()
                    .filter(user -> user.id() != one.id() && user.id() != two.id() && !user.locked())
                    .forEach(user -> done(logins.setLocked(user.id(), true, ACTOR)));
            Town.atOnce(List.of(
                    () -> logins.setLocked(one.id(), true, ACTOR), () -> logins.setLocked(two.id(), true, ACTOR)));
            assertThat(logins.of(cafe)).filteredOn(user -> !user.locked()).hasSize(1);
        }
    }

    @Test
    void endsSessionsByANewEpochWhenSomebodyIsLockedOrGetsAnotherPassword() {
        long cafe = company("epochs");
        register(cafe, "keeps-house", Role.ADMIN);
        UserLogin ming = register(cafe, "ming", Role.MEMBER);
        assertThat(done(logins.setPassword(ming.id(), "another lake", ACTOR)).epoch())
                .isEqualTo(1);
        assertThat(logins.check("ming", PASSWORD)).isEmpty();
        assertThat(logins.check("ming", "another lake")).isPresent();
        assertThat(done(logins.setLocked(ming.id(), true, ACTOR)).epoch()).isEqualTo(2);
        assertThat(logins.check("ming", "another lake")).isEmpty();
        done(logins.setLocked(ming.id(), false, ACTOR));
        assertThat(logins.check("ming", "another lake")).isPresent();
    }

    private long company(String name) {
        return done(companies.add(Company.Facts.of(name, HANGZHOU), ACTOR)).id();
    }

    private UserLogin register(long company, String login, Role first, Role... more) {
        return done(logins.register(draft(company, login, first, more), PASSWORD, ACTOR));
    }

    private static UserLogins.Draft draft(long company, String login, Role first, Role... more) {
        return new UserLogins.Draft(company, login, login, new Msisdn("13857199999"), EnumSet.of(first, more));
    }
}
