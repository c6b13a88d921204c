package org.omnihall.bench.measure;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills customers and their cards straight into a hall's tables: made by the server itself, which is faster than any copy from outside. */
final class CustomerTables {

    private CustomerTables() {}

    static void fill(JdbcClient db, long customers, Instant until) {
        db.sql("""
                insert into party.subscriber (msisdn, first_seen)
                select (13000000000 + n * 61)::text, :until::timestamptz from generate_series(1, :customers) n""")
                .param("until", until.toString())
                .param("customers", customers)
                .update();
        db.sql("""
                insert into interaction.card (subscriber_id, version, recommendation, state, value, changed_at)
                select id, 3,
                    jsonb_build_array(
                        jsonb_build_object('offering', 'plan-' || id % 90, 'zh', '升级到更大流量的套餐', 'en', 'A plan with more data',
                            'priority', 1, 'reasonZh', '流量连续三个月用尽', 'reasonEn', 'Used up three months in a row',
                            'until', :later::text),
                        jsonb_build_object('offering', 'wifi-' || id % 7, 'zh', '家庭无线宽带', 'en', 'Wi-Fi at home',
                            'priority', 2, 'reasonZh', '常在热点上网', 'reasonEn', 'Often at hot spots', 'until', :later::text)),
                    jsonb_build_object('ORDERING', jsonb_build_array(
                        jsonb_build_object('kind', 'PRODUCT', 'product', 'plan-' || id % 90, 'state', 'ACTIVE', 'since', :since::text,
                            'zh', '使用中', 'en', 'In use'),
                        jsonb_build_object('kind', 'BILL', 'product', 'bill', 'state', 'OPEN', 'since', :since::text,
                            'zh', '本月账单未缴', 'en', 'This month''s bill is open'))),
                    jsonb_build_object('tier', (array['A', 'B', 'C'])[1 + id % 3], 'monthlyFen', id % 30000,
                        'churnRisk', (id % 100) / 100.0, 'asOf', :since::text),
                    :since::timestamptz
                from party.subscriber""")
                .param("later", until.plusSeconds(86_400L * 30).toString())
                .param("since", until.toString())
                .update();
    }
}
