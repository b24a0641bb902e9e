/**
 * The fields of the objects that methods of Bot API 10.1 take, written like `botApiMethods`. An object with
 * several shapes (a scope, a menu button) lists the fields of all of them.
 */
export const botApiTypes = `
AcceptedGiftTypes unlimited_gifts!:Boolean limited_gifts!:Boolean unique_gifts!:Boolean premium_subscription!:Boolean gifts_from_channels!:Boolean
BotCommand command!:String description!:String
BotCommandScope type!:String chat_id:Integer|String user_id:Integer
CallbackGame
ChatAdministratorRights is_anonymous!:Boolean can_manage_chat!:Boolean can_delete_messages!:Boolean can_manage_video_chats!:Boolean can_restrict_members!:Boolean can_promote_members!:Boolean can_change_info!:Boolean can_invite_users!:Boolean can_post_stories!:Boolean can_edit_stories!:Boolean can_delete_stories!:Boolean can_post_messages:Boolean can_edit_messages:Boolean can_pin_messages:Boolean can_manage_topics:Boolean can_manage_direct_messages:Boolean can_manage_tags:Boolean
ChatPermissions can_send_messages:Boolean can_send_audios:Boolean can_send_documents:Boolean can_send_photos:Boolean can_send_videos:Boolean can_send_video_notes:Boolean can_send_voice_notes:Boolean can_send_polls:Boolean can_send_other_messages:Boolean can_add_web_page_previews:Boolean can_react_to_messages:Boolean can_edit_tag:Boolean can_change_info:Boolean can_invite_users:Boolean can_pin_messages:Boolean can_manage_topics:Boolean
CopyTextButton text!:String
ForceReply force_reply!:Boolean input_field_placeholder:String selective:Boolean
InlineKeyboardButton text!:String icon_custom_emoji_id:String style:String url:String callback_data:String web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton callback_game:CallbackGame pay:Boolean
InlineKeyboardMarkup inline_keyboard!:InlineKeyboardButton[][]
InlineQueryResult type!:String id!:String audio_file_id:String caption:String parse_mode:String caption_entities:MessageEntity[] reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent title:String document_file_id:String description:String gif_file_id:String show_caption_above_media:Boolean mpeg4_file_id:String photo_file_id:String sticker_file_id:String video_file_id:String voice_file_id:String url:String thumbnail_url:String thumbnail_width:Integer thumbnail_height:Integer audio_url:String performer:String audio_duration:Integer phone_number:String first_name:String last_name:String vcard:String game_short_name:String document_url:String mime_type:String gif_url:String gif_width:Integer gif_height:Integer gif_duration:Integer thumbnail_mime_type:String latitude:Float longitude:Float horizontal_accuracy:Float live_period:Integer heading:Integer proximity_alert_radius:Integer mpeg4_url:String mpeg4_width:Integer mpeg4_height:Integer mpeg4_duration:Integer photo_url:String photo_width:Integer photo_height:Integer address:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String video_url:String video_width:Integer video_height:Integer video_duration:Integer voice_url:String voice_duration:Integer
InlineQueryResultsButton text!:String web_app:WebAppInfo start_parameter:String
InputChecklist title!:String parse_mode:String title_entities:MessageEntity[] tasks!:InputChecklistTask[] others_can_add_tasks:Boolean others_can_mark_tasks_as_done:Boolean
InputChecklistTask id!:Integer text!:String parse_mode:String text_entities:MessageEntity[]
InputMedia type!:String media!:String thumbnail:String caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean width:Integer height:Integer duration:Integer has_spoiler:Boolean performer:String title:String disable_content_type_detection:Boolean photo:String cover:String start_timestamp:Integer supports_streaming:Boolean
InputMediaAudio type!:String media!:String thumbnail:String caption:String parse_mode:String caption_entities:MessageEntity[] duration:Integer performer:String title:String
InputMediaDocument type!:String media!:String thumbnail:String caption:String parse_mode:String caption_entities:MessageEntity[] disable_content_type_detection:Boolean
InputMediaLivePhoto type!:String media!:String photo!:String caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean has_spoiler:Boolean
InputMediaPhoto type!:String media!:String caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean has_spoiler:Boolean
InputMediaVideo type!:String media!:String thumbnail:String cover:String start_timestamp:Integer caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean width:Integer height:Integer duration:Integer supports_streaming:Boolean has_spoiler:Boolean
InputMessageContent message_text:String parse_mode:String entities:MessageEntity[] link_preview_options:LinkPreviewOptions rich_message:InputRichMessage latitude:Float longitude:Float horizontal_accuracy:Float live_period:Integer heading:Integer proximity_alert_radius:Integer title:String address:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String phone_number:String first_name:String last_name:String vcard:String description:String payload:String provider_token:String currency:String prices:LabeledPrice[] max_tip_amount:Integer suggested_tip_amounts:Integer[] provider_data:String photo_url:String photo_size:Integer photo_width:Integer photo_height:Integer need_name:Boolean need_phone_number:Boolean need_email:Boolean need_shipping_address:Boolean send_phone_number_to_provider:Boolean send_email_to_provider:Boolean is_flexible:Boolean
InputPaidMedia type!:String media!:String photo:String thumbnail:String cover:String start_timestamp:Integer width:Integer height:Integer duration:Integer supports_streaming:Boolean
InputPollMedia type!:String media:String thumbnail:String caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean width:Integer height:Integer duration:Integer has_spoiler:Boolean performer:String title:String disable_content_type_detection:Boolean photo:String latitude:Float longitude:Float horizontal_accuracy:Float address:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String cover:String start_timestamp:Integer supports_streaming:Boolean
InputPollOption text!:String text_parse_mode:String text_entities:MessageEntity[] media:InputPollOptionMedia
InputPollOptionMedia type!:String media:String thumbnail:String caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean width:Integer height:Integer duration:Integer has_spoiler:Boolean url:String photo:String latitude:Float longitude:Float horizontal_accuracy:Float emoji:String title:String address:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String cover:String start_timestamp:Integer supports_streaming:Boolean
InputProfilePhoto type!:String photo:String animation:String main_frame_timestamp:Float
InputRichMessage html:String markdown:String is_rtl:Boolean skip_entity_detection:Boolean
InputSticker sticker!:String format!:String emoji_list!:String[] mask_position:MaskPosition keywords:String[]
InputStoryContent type!:String photo:String video:String duration:Float cover_frame_timestamp:Float is_animation:Boolean
KeyboardButton text!:String icon_custom_emoji_id:String style:String request_users:KeyboardButtonRequestUsers request_chat:KeyboardButtonRequestChat request_managed_bot:KeyboardButtonRequestManagedBot request_contact:Boolean request_location:Boolean request_poll:KeyboardButtonPollType web_app:WebAppInfo
KeyboardButtonPollType type:String
KeyboardButtonRequestChat request_id!:Integer chat_is_channel!:Boolean chat_is_forum:Boolean chat_has_username:Boolean chat_is_created:Boolean user_administrator_rights:ChatAdministratorRights bot_administrator_rights:ChatAdministratorRights bot_is_member:Boolean request_title:Boolean request_username:Boolean request_photo:Boolean
KeyboardButtonRequestManagedBot request_id!:Integer suggested_name:String suggested_username:String
KeyboardButtonRequestUsers request_id!:Integer user_is_bot:Boolean user_is_premium:Boolean max_quantity:Integer request_name:Boolean request_username:Boolean request_photo:Boolean
LabeledPrice label!:String amount!:Integer
LinkPreviewOptions is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean show_above_text:Boolean
LocationAddress country_code!:String state:String city:String street:String
LoginUrl url!:String forward_text:String bot_username:String request_write_access:Boolean
MaskPosition point!:String x_shift!:Float y_shift!:Float scale!:Float
MenuButton type!:String text:String web_app:WebAppInfo
MessageEntity type!:String offset!:Integer length!:Integer url:String user:User language:String custom_emoji_id:String unix_time:Integer date_time_format:String
PassportElementError source!:String type!:String field_name:String data_hash:String message!:String file_hash:String file_hashes:String[] element_hash:String
ReactionType type!:String emoji:String custom_emoji_id:String
ReplyKeyboardMarkup keyboard!:KeyboardButton[][] is_persistent:Boolean resize_keyboard:Boolean one_time_keyboard:Boolean input_field_placeholder:String selective:Boolean
ReplyKeyboardRemove remove_keyboard!:Boolean selective:Boolean
ReplyParameters message_id!:Integer chat_id:Integer|String allow_sending_without_reply:Boolean quote:String quote_parse_mode:String quote_entities:MessageEntity[] quote_position:Integer checklist_task_id:Integer poll_option_id:String
ShippingOption id!:String title!:String prices!:LabeledPrice[]
StoryArea position!:StoryAreaPosition type!:StoryAreaType
StoryAreaPosition x_percentage!:Float y_percentage!:Float width_percentage!:Float height_percentage!:Float rotation_angle!:Float corner_radius_percentage!:Float
StoryAreaType type!:String latitude:Float longitude:Float address:LocationAddress reaction_type:ReactionType is_dark:Boolean is_flipped:Boolean url:String temperature:Float emoji:String background_color:Integer name:String
SuggestedPostParameters price:SuggestedPostPrice send_date:Integer
SuggestedPostPrice currency!:String amount!:Integer
SwitchInlineQueryChosenChat query:String allow_user_chats:Boolean allow_bot_chats:Boolean allow_group_chats:Boolean allow_channel_chats:Boolean
User id!:Integer is_bot!:Boolean first_name!:String last_name:String username:String language_code:String is_premium:Boolean added_to_attachment_menu:Boolean can_join_groups:Boolean can_read_all_group_messages:Boolean supports_guest_queries:Boolean supports_inline_queries:Boolean can_connect_to_business:Boolean has_main_web_app:Boolean has_topics_enabled:Boolean allows_users_to_create_topics:Boolean can_manage_bots:Boolean supports_join_request_queries:Boolean
WebAppInfo url!:String
`
