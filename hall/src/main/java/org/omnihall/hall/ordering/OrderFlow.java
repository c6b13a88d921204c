package org.omnihall.hall.ordering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.UserLogin;

/** What an order waits for before it is fulfilled (requirement D1). Pure. */
final class OrderFlow {

    private OrderFlow() {}

    /**
     * Whether the company's administrator has to agree.
     *
     * @param limitFen the company's; nothing where nothing waits
     * @param user who ordered; nothing where staff did for the company
     */
    static boolean needsApproval(Buyer buyer, Optional<UserLogin> user, Optional<Long> limitFen, Charges sum) {
        return switch (buyer) {
            case Buyer.Person person -> false;
            case Buyer.Firm firm -> {
                boolean administrator = user.filter(one -> Roles.holds(one, firm, UserLogin.Role.ADMIN))
                        .isPresent();
                long amount = Math.addExact(sum.oneTimeFen(), sum.monthlyFen());
                yield !administrator && limitFen.filter(limit -> amount > limit).isPresent();
            }
        };
    }

    /** What is to be paid before anything is done: what is paid once, and the first month too where nobody is trusted with a bill. */
    static long dueNowFen(Charges sum, Optional<BillingAccount> account) {
        boolean billed = account.filter(one -> one.form() == BillingAccount.Form.POSTPAID)
                .isPresent();
        return billed ? sum.oneTimeFen() : Math.addExact(sum.oneTimeFen(), sum.monthlyFen());
    }

    /** The state after placing, and after each wait: approval comes before payment, payment before the work. */
    static OrderState waitingFor(boolean approval, boolean payment) {
        if (approval) {
            return OrderState.PENDING_APPROVAL;
        }
        return payment ? OrderState.PENDING_PAYMENT : OrderState.ACKNOWLEDGED;
    }

    static Charges sum(List<Charges> charges) {
        return new Charges(
                charges.stream().mapToLong(Charges::oneTimeFen).reduce(0, Math::addExact),
                charges.stream().mapToLong(Charges::monthlyFen).reduce(0, Math::addExact),
                Map.of());
    }
}
