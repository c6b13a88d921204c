package org.omnihall.hall.party.load;

import org.omnihall.hall.intake.ImportKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The imports of customers. */
@Configuration
class CustomerImports {

    @Bean
    static ImportKind companyImport(CompanyLines lines) {
        return new LineByLine("companies", CompanyLines.COLUMNS, lines);
    }

    @Bean
    static ImportKind subscriberImport(SubscriberLines lines) {
        return new LineByLine("subscribers", SubscriberLines.COLUMNS, lines);
    }

    @Bean
    static ImportKind membershipImport(MembershipLines lines) {
        return new LineByLine("memberships", MembershipLines.COLUMNS, lines);
    }
}
