import { View } from '@tarojs/components';
import { ConsentRows } from '@/features/consents/consent-rows';
import { MarketingSwitch } from '@/features/me/marketing-switch';

/** What is kept about a client, and why; each line is true of what the system does today. */
const PARTS = [
  {
    title: '我们保存什么',
    lines: [
      '您的称呼、手机号，以及微信给本小程序的身份标识。',
      '您的预约：项目、时间、门店、为您服务的人、备注，以及每次变更。',
      '您的储值：每一笔充值、扣款和退款，签过的协议和签名。',
      '您另外同意后才保存的健康信息：健康档案（过敏、身体情况、皮试、经历）、问卷回答、皮肤头皮检测、染烫配方、护理方案，以及护理记录里的反应、建议和备注。',
      '护理记录里做了什么项目、用了什么产品、哪天做的。',
      '您是否允许接收预约通知，是否愿意收到生日券和优惠活动。',
      '您签过的同意书和风险告知书；未成年人的，还有监护人的姓名和电话。',
    ],
  },
  {
    title: '为什么保存',
    lines: [
      '为您留好时间、在有变动时联系您、下次更快约上合适的人。用于预约和服务。',
      '您留了生日的，生日前后可能送您一张优惠券；不想收到，可以在下面关掉。',
      '储值的账目和协议用来向您交代每一分钱，并按法律要求保存。',
    ],
  },
  {
    title: '怎样保护',
    lines: [
      '手机号加密保存，门店日常只看到打码后的号码；查看完整号码需要说明原因，并且留有记录。',
      '签名加密保存，只在您重看协议或发生争议时打开。',
      '预约备注和取消原因用您专属的密钥加密保存。',
      '健康信息用您专属的密钥加密保存，只有为您做护理的人能看，每次查看都有记录。',
      '只有为您服务的门店人员，在各自权限内才能看到您的预约。',
    ],
  },
  {
    title: '您可以做什么',
    lines: [
      '健康信息和照片要您另外同意，在下面可以分别同意，也可以一键撤回。撤回后，健康信息在门店和您的手机上都不再显示；做过哪些项目的记录按法律要求保留。',
      '在「我的」里随时修改称呼和手机号，在预约详情里取消或改期。',
      '想查看、更正或删除您的资料，请联系门店，我们会核实身份后办理。',
    ],
  },
];

export default function PrivacyPage() {
  return (
    <View className="page" id="page-privacy">
      <View className="stack">
        <View className="card prose">
          {PARTS.map((part) => (
            <View key={part.title} className="prose__part">
              <View className="section">{part.title}</View>
              {part.lines.map((line) => (
                <View key={line}>{line}</View>
              ))}
            </View>
          ))}
        </View>
        <View className="section">您的同意</View>
        <ConsentRows />
        <MarketingSwitch />
      </View>
    </View>
  );
}
