package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.catalogue.BusinessChange.Reason;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.ChannelStatus;

/** The rules of the table of types and classes (requirement B16). */
class PermissionTableTest {

    private static final PermissionTable EMPTY = new PermissionTable(List.of());

    @Test
    void refusesSensitiveBusinessOutsideAnOwnStoreWhateverTheTableSays() {
        for (Steering steering : Steering.values()) {
            for (ChannelKind kind : ChannelKind.values()) {
                Permission permission = new Permission(BusinessType.SENSITIVE, kind.ofClass(), steering);
                Completion answer = Permissions.judge(permission, Sample.channel(kind, ChannelStatus.OPEN));
                if (kind.ofClass() == ChannelClass.OWN_STORE) {
                    assertThat(answer instanceof Completion.Allowed).isEqualTo(steering != Steering.NO);
                } else {
                    assertThat(answer).isEqualTo(new Completion.Refused(Completion.Reason.SENSITIVE_OUTSIDE_OWN_STORE));
                }
            }
        }
    }

    @Test
    void doesNotBecomeOneThatLetsSensitiveBusinessOut() {
        PermissionTable table = EMPTY.with(permission(BusinessType.SENSITIVE, ChannelClass.OWN_STORE, Steering.ONLY));
        Arrays.stream(ChannelClass.values())
                .filter(other -> other != ChannelClass.OWN_STORE)
                .forEach(other -> {
                    Arrays.stream(Steering.values())
                            .filter(Steering::completes)
                            .forEach(steering -> assertThat(
                                            table.refuses(permission(BusinessType.SENSITIVE, other, steering)))
                                    .contains(Reason.SENSITIVE_OUTSIDE_OWN_STORE));
                    assertThat(table.refuses(permission(BusinessType.SENSITIVE, other, Steering.NO)))
                            .isEmpty();
                });
    }

    @Test
    void leavesNoTypeWithoutAClassThatCompletesIt() {
        PermissionTable table = EMPTY.with(permission(BusinessType.SALES, ChannelClass.ELECTRONIC, Steering.PUSH));
        assertThat(table.refuses(permission(BusinessType.SALES, ChannelClass.ELECTRONIC, Steering.NO)))
                .contains(Reason.NOBODY_COMPLETES);
        assertThat(table.refuses(permission(BusinessType.SALES, ChannelClass.ELECTRONIC, Steering.ALLOWED)))
                .isEmpty();
    }

    @Test
    void letsOnlyStandAloneAndNothingBesideIt() {
        PermissionTable table = EMPTY.with(permission(BusinessType.SALES, ChannelClass.ELECTRONIC, Steering.ONLY));
        assertThat(table.refuses(permission(BusinessType.SALES, ChannelClass.OWN_STORE, Steering.ALLOWED)))
                .contains(Reason.ONLY_IS_NOT_ALONE);
        PermissionTable two = EMPTY.with(permission(BusinessType.SALES, ChannelClass.ELECTRONIC, Steering.PUSH))
                .with(permission(BusinessType.SALES, ChannelClass.OWN_STORE, Steering.ALLOWED));
        assertThat(two.refuses(permission(BusinessType.SALES, ChannelClass.OWN_STORE, Steering.ONLY)))
                .contains(Reason.ONLY_IS_NOT_ALONE);
    }

    @Test
    void letsNothingBeCompletedByAChannelThatIsNotOpen() {
        Permission permission = permission(BusinessType.SALES, ChannelClass.ELECTRONIC, Steering.PUSH);
        for (ChannelStatus status : ChannelStatus.values()) {
            Completion answer = Permissions.judge(permission, Sample.channel(ChannelKind.APP, status));
            assertThat(answer)
                    .isEqualTo(
                            status == ChannelStatus.OPEN
                                    ? new Completion.Allowed(permission)
                                    : new Completion.Refused(Completion.Reason.CHANNEL_NOT_OPEN));
        }
    }

    private static Permission permission(BusinessType type, ChannelClass channelClass, Steering steering) {
        return new Permission(type, channelClass, steering);
    }
}
