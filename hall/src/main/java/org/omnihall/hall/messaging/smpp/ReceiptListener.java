package org.omnihall.hall.messaging.smpp;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.omnihall.hall.messaging.gateway.ReceiptSink;
import org.springframework.dao.DataAccessException;

/** What the SMS centre sends by itself: receipts are kept before they are acknowledged; what people write back is taken and dropped. */
record ReceiptListener(String gateway, ReceiptSink sink) implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        if (!deliver.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            Receipts.read(gateway, deliver).ifPresent(sink::take);
        } catch (DataAccessException away) {
            throw new ProcessRequestException("not kept, send it again", SMPPConstant.STAT_ESME_RX_T_APPN, away);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Phones that come back into reach are of no use to us.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
