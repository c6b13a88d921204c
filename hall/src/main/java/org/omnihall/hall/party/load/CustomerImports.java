package org.omnihall.hall.party.load;

import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The imports of customers, and of the Areas and grids they live in. */
@Configuration
class CustomerImports {

    @Bean
    static ImportKind areaImport(AreaLines lines) {
        return new LineByLine("areas", AreaLines.COLUMNS, Right.SETTING_CHANGE, lines);
    }

    @Bean
    static ImportKind gridImport(GridLines lines) {
        return new LineByLine("grids", GridLines.COLUMNS, Right.CUSTOMER_CHANGE, lines);
    }

    @Bean
    static ImportKind companyImport(CompanyLines lines) {
        return new LineByLine("companies", CompanyLines.COLUMNS, Right.CUSTOMER_CHANGE, lines);
    }

    @Bean
    static ImportKind subscriberImport(SubscriberLines lines) {
        return new LineByLine("subscribers", SubscriberLines.COLUMNS, Right.CUSTOMER_CHANGE, lines);
    }

    @Bean
    static ImportKind membershipImport(MembershipLines lines) {
        return new LineByLine("memberships", MembershipLines.COLUMNS, Right.CUSTOMER_CHANGE, lines);
    }
}
