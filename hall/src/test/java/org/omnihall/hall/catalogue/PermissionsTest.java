package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.ChannelStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which channel class may complete which type, as the product is delivered and as it is changed (requirements B15, B16, B20). */
@HallTest
class PermissionsTest {

    private final Permissions permissions;
    private final Businesses businesses;
    private final JdbcClient db;

    @Autowired
    PermissionsTest(Permissions permissions, Businesses businesses, JdbcClient db) {
        this.permissions = permissions;
        this.businesses = businesses;
        this.db = db;
    }

    /** The table of the source, field by field: own store, agents, electronic, manager. */
    @Test
    void isDeliveredWithTheTableOfTheSource() {
        Map<BusinessType, List<Steering>> golden = Map.of(
                BusinessType.SALES, List.of(Steering.ALLOWED, Steering.PUSH, Steering.PUSH, Steering.UNSTEERED),
                BusinessType.STRATEGIC, List.of(Steering.CONTROL, Steering.NO, Steering.NO, Steering.CONTROL),
                BusinessType.INCENTIVE,
                        List.of(Steering.PART_CONTROL, Steering.NO, Steering.PART_PUSH, Steering.UNSTEERED),
                BusinessType.RETENTION, List.of(Steering.CONTROL, Steering.NO, Steering.NO, Steering.CONTROL),
                BusinessType.SERVICE, List.of(Steering.ALLOWED, Steering.PUSH, Steering.PUSH, Steering.UNSTEERED),
                BusinessType.SENSITIVE, List.of(Steering.ONLY, Steering.NO, Steering.NO, Steering.NO));
        assertThat(golden).hasSize(6);
        golden.forEach((type, steerings) -> assertThat(Arrays.stream(ChannelClass.values())
                        .map(channelClass -> permissions.of(type, channelClass).steering()))
                .as(type.name())
                .containsExactlyElementsOf(steerings));
    }

    @Test
    void sendsAChangeOfHolderToAnOwnStore() {
        Business holder = businesses.find("change-holder").orElseThrow();
        assertThat(holder.type()).isEqualTo(BusinessType.SENSITIVE);
        Map<Boolean, List<ChannelClass>> allowed = Arrays.stream(ChannelKind.values())
                .map(kind -> Sample.channel(kind, ChannelStatus.OPEN))
                .collect(Collectors.partitioningBy(
                        channel -> permissions.mayComplete(holder, channel) instanceof Completion.Allowed,
                        Collectors.mapping(Channel::ofClass, Collectors.toList())));
        assertThat(allowed.get(true)).isNotEmpty().containsOnly(ChannelClass.OWN_STORE);
        assertThat(allowed.get(false)).isNotEmpty().doesNotContain(ChannelClass.OWN_STORE);
    }

    @Test
    void holdsSensitiveBusinessBackInTheDatabaseToo() {
        Permission out = new Permission(BusinessType.SENSITIVE, ChannelClass.ELECTRONIC, Steering.ALLOWED);
        assertThat(businesses.steer(out, "LI"))
                .isEqualTo(new BusinessChange.Refused(BusinessChange.Reason.SENSITIVE_OUTSIDE_OWN_STORE));
        assertThatThrownBy(() -> db.sql("""
                        update catalogue.permission set steering = 'ALLOWED'
                        where business_type = 'SENSITIVE' and channel_class = 'ELECTRONIC'""").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("sensitive_in_own_stores_only");
        assertThatThrownBy(() -> db.sql("""
                        update catalogue.permission set business_type = 'SENSITIVE'
                        where business_type = 'SALES' and channel_class = 'AGENT_STORE'""").update()).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(permissions
                        .of(BusinessType.SENSITIVE, ChannelClass.ELECTRONIC)
                        .mayComplete())
                .isFalse();
    }

    @Test
    void followsAChangeOfTheTableAtOnceAndWritesItDown() {
        Permission agents = new Permission(BusinessType.INCENTIVE, ChannelClass.AGENT_STORE, Steering.ALLOWED);
        assertThat(businesses.steer(agents, "LI")).isEqualTo(new BusinessChange.Done());
        assertThat(permissions.of(BusinessType.INCENTIVE, ChannelClass.AGENT_STORE))
                .isEqualTo(agents);
        assertThat(audited("permission:INCENTIVE/AGENT_STORE")).contains("NO -> ALLOWED");
        businesses.steer(new Permission(BusinessType.INCENTIVE, ChannelClass.AGENT_STORE, Steering.NO), "LI");
        assertThat(permissions
                        .of(BusinessType.INCENTIVE, ChannelClass.AGENT_STORE)
                        .mayComplete())
                .isFalse();
    }

    @Test
    void hearsOfAChangeOnAnotherNode() {
        db.sql("update catalogue.business set name = '充值' where code = 'recharge'")
                .update();
        db.sql("update catalogue.version set version = version + 1").update();
        Eventually.holds(
                "read again",
                () -> businesses.find("recharge").orElseThrow().name().equals("充值"));
    }

    @Test
    void computesTypesAndComplexityAnewWhenTheBordersMove() {
        assertThat(businesses.find("change-plan").orElseThrow().type()).isEqualTo(BusinessType.SALES);
        Thresholds before = businesses.thresholds();
        businesses.classify(new Thresholds(before.middleValue(), before.highValue(), 30, before.cells()), "LI");
        assertThat(businesses.find("change-plan").orElseThrow().type()).isEqualTo(BusinessType.RETENTION);
        businesses.classify(before, "LI");
        assertThat(businesses.find("change-plan").orElseThrow().type()).isEqualTo(BusinessType.SALES);

        ComplexityRule rule = businesses.complexity();
        assertThat(businesses.find("recharge").orElseThrow().complexity()).isEqualTo(Complexity.LOW);
        assertThat(businesses.find("order-solution").orElseThrow().complexity()).isEqualTo(Complexity.HIGH);
        businesses.weigh(new ComplexityRule(2, 4, 6, 1, 1, 2), "LI");
        assertThat(businesses.find("recharge").orElseThrow().complexity()).isEqualTo(Complexity.HIGH);
        businesses.weigh(rule, "LI");
        assertThat(businesses.weigh(new ComplexityRule(2, 4, 6, 1, 5, 5), "LI"))
                .isEqualTo(new BusinessChange.Refused(BusinessChange.Reason.BAD_THRESHOLDS));
    }

    @Test
    void addsChangesAndRemovesABusiness() {
        Business gift = new Business(
                "gift",
                "礼品兑换",
                "Gift",
                40,
                10,
                new Effort(1, 0, 0, 1),
                true,
                true,
                BusinessType.SENSITIVE,
                Complexity.HIGH);
        assertThat(businesses.change(gift, "LI")).isEqualTo(new BusinessChange.Refused(BusinessChange.Reason.UNKNOWN));
        assertThat(businesses.add(gift, "LI")).isEqualTo(new BusinessChange.Done());
        assertThat(businesses.add(gift, "LI")).isEqualTo(new BusinessChange.Refused(BusinessChange.Reason.CODE_TAKEN));
        assertThat(businesses.find("gift").orElseThrow().type()).isEqualTo(BusinessType.SALES);
        assertThat(businesses.find("gift").orElseThrow().complexity()).isEqualTo(Complexity.LOW);
        assertThat(businesses.remove("gift", "LI")).isEqualTo(new BusinessChange.Done());
        assertThat(businesses.find("gift")).isEmpty();
    }

    private List<String> audited(String subject) {
        return db.sql("select detail from audit.entry where subject = ?")
                .param(subject)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
