package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.UserLogin;

/** What an order waits for. */
class OrderFlowTest {

    private static final Buyer CAFE = new Buyer.Firm(1, Optional.of(7L));
    private static final Charges TWENTY = new Charges(500, 1_500, Map.of());

    @Test
    void waitsForApprovalAboveTheLimitOnly() {
        assertThat(needs(UserLogin.Role.BUYER, 2_000)).isFalse();
        assertThat(needs(UserLogin.Role.BUYER, 1_999)).isTrue();
        assertThat(OrderFlow.needsApproval(CAFE, Optional.empty(), Optional.empty(), TWENTY))
                .isFalse();
        assertThat(OrderFlow.needsApproval(CAFE, Optional.empty(), Optional.of(0L), TWENTY))
                .isTrue();
    }

    @Test
    void letsTheAdministratorAgreeWithHimself() {
        assertThat(needs(UserLogin.Role.ADMIN, 0)).isFalse();
    }

    @Test
    void asksMoneyFirstFromWhoHasNoBill() {
        assertThat(OrderFlow.dueNowFen(TWENTY, Optional.empty())).isEqualTo(2_000);
        assertThat(OrderFlow.dueNowFen(TWENTY, account(BillingAccount.Form.PREPAID)))
                .isEqualTo(2_000);
        assertThat(OrderFlow.dueNowFen(TWENTY, account(BillingAccount.Form.POSTPAID)))
                .isEqualTo(500);
    }

    @Test
    void waitsForApprovalBeforePaymentBeforeWork() {
        assertThat(OrderFlow.waitingFor(true, true)).isEqualTo(OrderState.PENDING_APPROVAL);
        assertThat(OrderFlow.waitingFor(false, true)).isEqualTo(OrderState.PENDING_PAYMENT);
        assertThat(OrderFlow.waitingFor(false, false)).isEqualTo(OrderState.ACKNOWLEDGED);
    }

    private static boolean needs(UserLogin.Role role, long limit) {
        UserLogin user = new UserLogin(
                7, 1, "li", "Li", new Msisdn("13857190160"), Set.of(role), false, false, 0, Optional.empty());
        return OrderFlow.needsApproval(CAFE, Optional.of(user), Optional.of(limit), TWENTY);
    }

    private static Optional<BillingAccount> account(BillingAccount.Form form) {
        return Optional.of(new BillingAccount(1, PartyRef.company(1), "main", form, BillingAccount.State.ACTIVE));
    }
}
