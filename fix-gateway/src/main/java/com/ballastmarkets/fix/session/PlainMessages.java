package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.dictionary.Tag;
import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;

/** Makes messages without a class for each type: fields are read and set by number. */
public final class PlainMessages implements MessageFactory {
  @Override
  public Message create(String beginString, String msgType) {
    final Message message = new Message();
    message.getHeader().setString(Tag.BEGIN_STRING, beginString);
    message.getHeader().setString(Tag.MSG_TYPE, msgType);
    return message;
  }

  /** The dictionary, not the factory, tells the fields of a group. */
  @Override
  public Group create(String beginString, String msgType, int correspondingFieldId) {
    return new Group(correspondingFieldId, 0);
  }
}
