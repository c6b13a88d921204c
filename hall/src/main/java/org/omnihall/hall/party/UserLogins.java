package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.party.staff.FailedSignIns;
import org.omnihall.hall.party.staff.Passwords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of companies who sign in to the enterprise hall. Every company that has any has an administrator who can: the last one can
 * neither be locked nor lose the role. Unknown, wrong, locked and shut give the same answer after the same work, as for staff.
 */
@Component
public class UserLogins {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");
    private static final int LONGEST_NAME = 60;

    /** Before the login, so that a name is counted apart from the same name of staff. */
    static final String COUNTED_AS = "user:";

    private final JdbcClient db;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private final AuditTrail audit;
    private final Clock clock;

    UserLogins(JdbcClient db, Passwords passwords, FailedSignIns failures, AuditTrail audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody who is to be registered. */
    public record Draft(long companyId, String login, String name, Msisdn phone, Set<Role> roles) {

        public Draft {
            roles = Set.copyOf(roles);
        }
    }

    public Optional<UserLogin> find(long id) {
        return db.sql("select * from party.user_login where id = ?")
                .param(id)
                .query(UserLogins::read)
                .optional();
    }

    /** The person of this login, in small letters. */
    public Optional<UserLogin> byLogin(String login) {
        return db.sql("select * from party.user_login where login = ?")
                .param(login)
                .query(UserLogins::read)
                .optional();
    }

    /** A password that nobody can guess, for somebody who is registered by another; it is told once. */
    public String freshPassword() {
        return passwords.generate();
    }

    /** All people of a company, in the order of their logins. */
    public List<UserLogin> of(long companyId) {
        return db.sql("select * from party.user_login where company_id = ? order by login")
                .param(companyId)
                .query(UserLogins::read)
                .list();
    }

    /** Refused where the login is taken or is none, the password is weak, or the first of a company is no administrator. */
    @Transactional
    public Change<UserLogin> register(Draft draft, String password, String actor) {
        return register(draft, password, false, actor);
    }

    /** Registers somebody with a password that another made for him: he chooses his own at the first sign-in. */
    @Transactional
    public Change<UserLogin> invite(Draft draft, String password, String actor) {
        return register(draft, password, true, actor);
    }

    private Change<UserLogin> register(Draft draft, String password, boolean mustChange, String actor) {
        String login = draft.login().strip().toLowerCase(Locale.ROOT);
        Optional<Reason> reason = refuses(draft, login, password);
        if (reason.isPresent()) {
            return Change.refused(reason.get());
        }
        Optional<Long> id = db.sql("""
                        insert into party.user_login (company_id, login, name, phone, roles, password, must_change, made_at)
                        values (:company, :login, :name, :phone, :roles, :password, :change, :now) on conflict do nothing returning id""")
                .param("company", draft.companyId())
                .param("login", login)
                .param("name", draft.name().strip())
                .param("phone", draft.phone().digits())
                .param("roles", names(draft.roles()))
                .param("password", passwords.hash(password))
                .param("change", mustChange)
                .param("now", Times.at(clock.instant()))
                .query(Long.class)
                .optional();
        return id.isEmpty() ? Change.refused(Reason.LOGIN_TAKEN) : changed(id.get(), "user-login.add", actor);
    }

    /** The person whose login and password these are, where he may sign in now. Wrong passwords in a row shut a login for a while. */
    @Transactional
    public Optional<UserLogin> check(String typedLogin, String password) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(login).matches() || password.length() > Passwords.LONGEST) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean shut = failures.lockedUntil(COUNTED_AS + login, now).isPresent();
        boolean right = passwords.matches(
                password,
                db.sql("select password from party.user_login where login = ?")
                        .param(login)
                        .query(String.class)
                        .optional());
        Optional<UserLogin> user =
                db.sql("""
                        select u.* from party.user_login u where u.login = ? and not u.locked""").param(login).query(UserLogins::read).optional();
        if (shut || !right || user.isEmpty()) {
            refused(login, shut, now);
            return Optional.empty();
        }
        failures.forget(COUNTED_AS + login);
        db.sql("update party.user_login set last_sign_in_at = ? where login = ?")
                .params(Times.at(now), login)
                .update();
        audit.record(COUNTED_AS + login, "user-login.sign-in", COUNTED_AS + login, "");
        return user;
    }

    /** Refused where the company's last administrator would lose his role. */
    @Transactional
    public Change<UserLogin> setRoles(long id, Set<Role> roles, String actor) {
        if (roles.isEmpty()) {
            return Change.refused(Reason.NO_ROLE);
        }
        Optional<UserLogin> before = locked(id);
        if (before.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (!roles.contains(Role.ADMIN) && isLastAdmin(before.get())) {
            return Change.refused(Reason.LAST_ADMIN);
        }
        db.sql("update party.user_login set roles = ? where id = ?")
                .params(names(roles), id)
                .update();
        return changed(id, "user-login.roles", actor);
    }

    /** Locks somebody out or lets him in again. Refused where he is the company's last administrator. */
    @Transactional
    public Change<UserLogin> setLocked(long id, boolean locked, String actor) {
        Optional<UserLogin> before = locked(id);
        if (before.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (locked && isLastAdmin(before.get())) {
            return Change.refused(Reason.LAST_ADMIN);
        }
        db.sql("update party.user_login set locked = ?, epoch = epoch + 1 where id = ?")
                .params(locked, id)
                .update();
        failures.forget(COUNTED_AS + before.get().login());
        return changed(id, locked ? "user-login.lock" : "user-login.unlock", actor);
    }

    /** Gives somebody the new password that he chose, and ends his sessions. */
    @Transactional
    public Change<UserLogin> setPassword(long id, String password, String actor) {
        return setPassword(id, password, false, actor);
    }

    /** Gives somebody a password that another made for him, and ends his sessions: he chooses his own at the next sign-in. */
    @Transactional
    public Change<UserLogin> resetPassword(long id, String password, String actor) {
        return setPassword(id, password, true, actor);
    }

    private Change<UserLogin> setPassword(long id, String password, boolean mustChange, String actor) {
        Optional<UserLogin> before = locked(id);
        if (before.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (Passwords.faultOf(password, before.get().login()).isPresent()) {
            return Change.refused(Reason.WEAK_PASSWORD);
        }
        db.sql("update party.user_login set password = ?, must_change = ?, epoch = epoch + 1 where id = ?")
                .params(passwords.hash(password), mustChange, id)
                .update();
        failures.forget(COUNTED_AS + before.get().login());
        return changed(id, "user-login.password", actor);
    }

    private Optional<Reason> refuses(Draft draft, String login, String password) {
        if (!FORM.matcher(login).matches()) {
            return Optional.of(Reason.BAD_LOGIN);
        }
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            return Optional.of(draft.name().isBlank() ? Reason.NO_NAME : Reason.TOO_LONG);
        }
        if (Passwords.faultOf(password, login).isPresent()) {
            return Optional.of(Reason.WEAK_PASSWORD);
        }
        if (!holdCompany(draft.companyId())) {
            return Optional.of(Reason.UNKNOWN);
        }
        boolean leaderless = !draft.roles().contains(Role.ADMIN) && admins(draft.companyId(), 0) == 0;
        return draft.roles().isEmpty() || leaderless ? Optional.of(Reason.NO_ROLE) : Optional.empty();
    }

    private void refused(String login, boolean shut, Instant now) {
        if (shut) {
            audit.record(COUNTED_AS + login, "user-login.shut", COUNTED_AS + login, "tried while shut");
        } else {
            int count = failures.count(COUNTED_AS + login, now);
            audit.record(COUNTED_AS + login, "user-login.refused", COUNTED_AS + login, "failure " + count);
        }
    }

    /** Somebody, with his company held, so that two administrators cannot take the role from one another at once. */
    private Optional<UserLogin> locked(long id) {
        return find(id).filter(user -> holdCompany(user.companyId())).flatMap(user -> find(id));
    }

    private boolean holdCompany(long companyId) {
        return db.sql("select id from party.company where id = ? and merged_into is null for no key update")
                .param(companyId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private boolean isLastAdmin(UserLogin user) {
        return user.roles().contains(Role.ADMIN) && !user.locked() && admins(user.companyId(), user.id()) == 0;
    }

    private long admins(long companyId, long butId) {
        return db.sql("""
                        select count(*) from party.user_login
                        where company_id = ? and id <> ? and not locked and 'ADMIN' = any(roles)""").params(companyId, butId).query(Long.class).single();
    }

    private Change<UserLogin> changed(long id, String act, String actor) {
        UserLogin now = find(id).orElseThrow();
        audit.record(
                actor,
                act,
                COUNTED_AS + now.login(),
                "company:" + now.companyId() + " " + String.join(" ", names(now.roles())));
        return Change.done(now);
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static UserLogin read(ResultSet row, int number) throws SQLException {
        return new UserLogin(
                row.getLong("id"),
                row.getLong("company_id"),
                row.getString("login"),
                row.getString("name"),
                new Msisdn(row.getString("phone")),
                Stream.of((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("locked"),
                row.getBoolean("must_change"),
                row.getInt("epoch"),
                Times.maybeIn(row, "last_sign_in_at"));
    }
}
