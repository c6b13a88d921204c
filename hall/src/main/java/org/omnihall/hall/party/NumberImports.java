package org.omnihall.hall.party;

import org.omnihall.hall.intake.ImportKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two imports of single numbers. */
@Configuration
class NumberImports {

    @Bean
    static ImportKind portedNumberImport(SpecialNumbersInBulk numbers) {
        return new NumberImport<>(new PortedColumns(numbers));
    }

    @Bean
    static ImportKind numberListImport(SpecialNumbersInBulk numbers) {
        return new NumberImport<>(new ListColumns(numbers));
    }
}
